module kaffeerunde

go 1.26.8
