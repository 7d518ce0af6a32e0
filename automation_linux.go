//go:build e2e && linux && !dev && !bindings

package main

/*
#cgo pkg-config: gtk+-3.0 webkit2gtk-4.1
#include <webkit2/webkit2.h>

static GtkWidget *controlled;

static WebKitWebView *give_view(WebKitAutomationSession *session, gpointer unused)
{
	return WEBKIT_WEB_VIEW(controlled);
}

static void meet_driver(WebKitWebContext *context, WebKitAutomationSession *session, gpointer unused)
{
	g_signal_connect(session, "create-web-view", G_CALLBACK(give_view), NULL);
}

// The linker takes this function before the library's own of the same name, so the view that Wails makes can be driven by
// WebDriver, which only a view that was born for it can.
GtkWidget *webkit_web_view_new_with_user_content_manager(WebKitUserContentManager *manager)
{
	WebKitWebContext *context = webkit_web_context_get_default();
	webkit_web_context_set_automation_allowed(context, TRUE);
	g_signal_connect(context, "automation-started", G_CALLBACK(meet_driver), NULL);
	controlled = GTK_WIDGET(g_object_new(WEBKIT_TYPE_WEB_VIEW,
		"user-content-manager", manager, "is-controlled-by-automation", TRUE, NULL));
	return controlled;
}
*/
import "C"
