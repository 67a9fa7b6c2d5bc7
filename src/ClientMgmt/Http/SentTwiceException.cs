namespace ClientMgmt.Http;

/// <summary>
/// A handler of the application tried to send a change again, which might make it twice. No handler takes this type for a
/// failure that may pass.
/// </summary>
internal sealed class SentTwiceException() : InvalidOperationException(
    "A handler of the HTTP client tried to send a change a second time; leave retries to ClientMgmt.");
