error-400-title = We did not understand that
error-400-text = The browser sent something that cannot be read. Go back, reload the page and try again.
error-401-title = Please sign in
error-401-text = You need to be signed in for this. Then you can go on here.
error-403-title = This is not open to you
error-403-text = Your access does not reach this far. If you need it for your work, talk to the people who administer Augenhöhe where you work.
error-404-title = There is nothing here
error-404-text = This page does not exist, or it belongs to somebody else.
error-409-title = Something else is there already
error-409-text = Something else is stored under the same number. What was stored stays. Reload the page and have a look.
error-410-title = This is no longer here
error-410-text = It has been taken out of the contents meanwhile. What you have saved is still there. Go back and carry on with what there is now.
error-413-title = That is too much at once
error-413-text = What you sent is too large for this form. Nothing is lost: go back one step in your browser, your text is still there. Shorten it, then send it again.
error-422-title = Something is still missing
error-422-text = An entry is missing or does not fit. Go back and check what you entered.
error-429-title = One moment, please
error-429-text = That was a lot of tries in a row. You can try again { $minutes ->
    [one] in one minute
   *[other] in { $minutes } minutes
 }. Nobody else at your workplace is affected.
error-500-title = Something went wrong on our side
error-500-text = This is not your fault. What you have saved is there. Try again; if it happens again, tell the people who administer Augenhöhe the number below.
error-503-title = Not possible right now
error-503-text = Nothing can be read or saved at the moment. What you have saved is there. Try again in a minute.
error-way-home = To Today
error-way-back = Back
error-way-sign-in = Sign in
error-id = Number of this message:
