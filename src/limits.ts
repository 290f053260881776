/** Every bound, with its unit last. Ranges of settings are `[least, most]`. */

// Requests
export const body_bytes_max = 64 * 1024;
export const form_with_pictures_bytes_max = 52 * 1024 * 1024;
export const csv_bytes_max = 2 * 1024 * 1024;
export const idempotency_key_characters_max = 200;
export const request_memory_days = 8;

// Requests a minute, of one person or one guest's address
export const rate_sign_in_per_minute = 20;
export const rate_ordering_per_minute = 30;
export const rate_holding_per_minute = 120;
export const rate_general_per_minute = 300;
export const rate_drawn_again_per_minute = 30;
export const rate_counted_max = 100_000;
export const rate_answer_ms_max = 500;
export const rate_alone_ms = 1_000;

// Sessions
export const access_token_minutes = 15;
export const access_tokens_remembered_max = 10_000;
export const refresh_token_days = 7;
export const refresh_grace_seconds = 60;
export const revocation_notice_seconds = 2;
export const devices_listed_max = 50;

// Holds
export const hold_quantity_range = [1, 99] as const;
export const live_holds_per_shopper = 50;
export const hold_minutes_live_range = [1, 120] as const;
export const hold_minutes_store_range = [5, 1440] as const;
export const waitlist_quantity_max = 10;
export const waitlist_minutes_range = [1, 120] as const;
export const gate_batch_requests_max = 256;
export const gate_waiting_requests_max = 20_000;
export const lapse_bucket_seconds = 2;
export const lapse_variants_per_sweep = 500;
export const sweep_ahead_seconds = 75;

// Catalogue
export const name_characters_max = 100;
export const description_characters_max = 5_000;
export const pictures_per_product = 10;
export const colours_per_product = 50;
export const sizes_per_product = 50;
export const variants_per_product = 200;
export const option_characters_max = 40;
export const stock_units_max = 9_999;
export const price_minor_units_max = 100_000_000;
export const low_stock_units = 4;
export const page_size_default = 24;
export const page_size_max = 100;
export const page_number_max = 10_000;
export const search_characters_max = 100;
export const bulk_products_max = 500;
export const show_start_grace_minutes = 60;
export const popular_days = 30;

// Orders
export const order_lines_max = 50;
export const order_minor_units_max = 2_000_000_000;
export const payment_due_hours_range = [1, 168] as const;
export const payment_reminder_hours = 6;
export const reminder_pause_minutes = 60;
export const order_bucket_seconds = 60;
export const orders_per_statement_max = 32;
export const delivered_after_days = 14;
export const note_characters_max = 500;
export const tracking_characters_max = 60;

// Chat
export const message_characters_max = 500;
export const messages_per_person = 20;
export const messages_window_seconds = 10;
export const messages_on_joining = 100;
export const mute_minutes_range = [1, 1440] as const;
export const mute_minutes_default = 10;
export const slow_mode_seconds_range = [0, 120] as const;
export const held_words_per_seller = 200;
export const held_word_characters_max = 40;
export const held_back_listed_max = 100;
export const silenced_listed_max = 200;
export const chat_frame_refresh_seconds = 5;

// The room
export const room_gather_ms = 50;
export const room_state_gather_ms = 100;
export const room_state_again_seconds = 15;
export const room_frame_bytes_max = 256 * 1024;
export const room_state_frame_bytes_max = 16 * 1024;
export const room_intent_characters_max = 8_000;
export const room_frames_max = 300;
export const room_frames_window_seconds = 10;
export const room_intents_waiting_max = 20;
export const room_backlog_bytes_max = 256 * 1024;
export const room_peers_per_process = 10_000;
export const room_peers_per_object = 2_000;
export const room_relays_max = 50;
export const room_relay_again_ms = 250;
export const room_say_tries_max = 4;
export const room_say_again_ms = 150;
export const room_batch_utterances_max = 256;
export const room_waiting_utterances_max = 5_000;
export const room_tick_seconds = 1;
export const room_idle_seconds = 60;
export const room_unshown_seconds = 3;
export const room_session_check_seconds = 3;
export const room_updates_between_compactions = 500;
export const room_frames_before_open_max = 20;
export const room_toasts = 5;

// Media
export const grace_seconds_range = [0, 300] as const;
export const publish_early_hours = 24;
export const publish_key_characters_max = 100;
export const publisher_yield_seconds = 5;
export const publisher_gone_ms_max = 2_500;
export const publisher_gone_poll_ms = 50;
export const media_hook_bytes_max = 16 * 1024;
export const media_id_characters_max = 200;
export const media_answer_ms_max = 3_000;
export const media_answer_bytes_max = 4 * 1024 * 1024;
export const media_streams_listed_max = 1_000;
export const media_settle_seconds = 10;
export const media_check_soon_seconds = 15;
export const media_restarts_remembered = 10;
export const media_turned_away_hours = 24;
export const signals_per_sweep = 200;
export const recording_name_characters_max = 200;

// Replays
export const replay_messages_max = 2_000;
export const replay_marks_max = 500;

// How playing goes
export const playback_viewers_sampled = 200;
export const playback_samples_per_show = 5_000;
export const playback_first_frame_ms_max = 600_000;
export const playback_faults_max = 10_000;
export const playback_told_after_minutes = 60;

// Restreaming
export const restream_targets_per_seller = 10;
export const restream_url_characters_max = 300;
export const restream_key_characters_max = 300;
export const restream_targets_told_max = 300;
export const restream_told_again_seconds = 5;
export const restream_silent_seconds_max = 20;
export const restream_ask_ms = 1_000;
export const restream_answer_ms_max = 5_000;
export const restream_tick_ms = 250;
export const restream_again_seconds = [2, 4, 8] as const;
export const restream_start_seconds_max = 15;
export const restream_stall_seconds_max = 8;
export const restream_steady_seconds = 30;
export const restream_io_seconds_max = 10;
export const restream_stop_ms_max = 2_000;
export const restream_send_buffer_bytes = 256 * 1024;
export const restream_complaint_characters_max = 300;
export const restream_complaints_per_run = 20;

// Uploads
export const picture_bytes_max = 5 * 1024 * 1024;
export const picture_pixels_a_side_max = 8_000;
export const picture_bytes_per_seller_max = 2 * 1024 * 1024 * 1024;
export const picture_bytes_per_shopper_max = 100 * 1024 * 1024;

// Public pages
export const home_live_shows = 12;
export const home_coming_shows = 6;
export const home_products = 12;
export const glance_ms = 200;
export const glance_keys_max = 500;

// Live updates
export const news_poll_ms = 500;
export const news_rows_per_read = 500;
export const outbox_days = 7;

// Callbacks
export const callback_body_bytes_max = 16 * 1024;
export const callback_clock_tolerance_seconds = 5;
export const callback_asks_remembered_max = 1_000;

// Viewers
export const viewer_cookie_days = 7;
export const viewers_kept_seconds = 30;
export const viewers_again_seconds = 10;
export const viewers_forgotten_minutes = 5;
export const viewers_peak_seconds = 5;
export const viewers_per_command_max = 1_000;

// The database
export const database_connect_ms_max = 10_000;
export const database_answer_ms_max = 35_000;

// Redis
export const redis_answer_ms_max = 2_000;
export const redis_ping_seconds = 5;
export const redis_reconnect_ms_range = [50, 2_000] as const;
export const redis_stream_seconds_max = 300;
export const redis_message_characters_max = 1024 * 1024;

// The embedded scheduler
export const scheduler_message_bytes_max = 64 * 1024;
export const scheduler_batch_bytes_max = 1024 * 1024;
export const scheduler_batch_messages_max = 100;
export const scheduler_url_characters_max = 2_048;
export const scheduler_id_characters_max = 200;
export const scheduler_delay_days_max = 90;
export const scheduler_retries_max = 5;
export const scheduler_retry_delay_seconds_max = 24 * 3600;
export const scheduler_timeout_seconds_default = 30;
export const scheduler_timeout_seconds_max = 900;
export const scheduler_lease_margin_seconds = 30;
export const scheduler_deliveries_at_once_max = 8;
export const scheduler_turns_at_once_max = 100;
export const scheduler_answer_bytes_max = 64 * 1024;
export const scheduler_rest_seconds_max = 60;
export const scheduler_page_max = 100;
export const scheduler_deduplication_minutes = 10;
export const scheduler_dead_letter_days = 7;
export const scheduler_signature_seconds = 300;
