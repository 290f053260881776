drop table product_marks;
