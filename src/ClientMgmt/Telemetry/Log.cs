using Microsoft.Extensions.Logging;

namespace ClientMgmt.Telemetry;

/// <summary>The log messages. The ids are part of what users rely on; none is ever given to another message.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{Provider}: {Operation}: attempt {Attempt} failed ({Error}); the next one follows in {Delay:0.###} s.")]
    public static partial void Retrying(
        ILogger log, string provider, ClientOperation operation, int attempt, string error, double delay);

    [LoggerMessage(2, LogLevel.Debug, "{Provider}: {Operation}: waited {Delay:0.###} s to keep within the limits.")]
    public static partial void Waited(ILogger log, string provider, ClientOperation operation, double delay);

    [LoggerMessage(3, LogLevel.Debug, "{Provider}: a credential was fetched.")]
    public static partial void CredentialFetched(ILogger log, string provider);

    [LoggerMessage(4, LogLevel.Information, "{Provider}: {Operation}: the credential was refused; the request is sent again with a new one.")]
    public static partial void CredentialRenewed(ILogger log, string provider, ClientOperation operation);

    [LoggerMessage(5, LogLevel.Warning, "{Provider}: too many requests fail; nothing is sent for {Pause:0.###} s.")]
    public static partial void CircuitOpened(ILogger log, string provider, double pause);

    [LoggerMessage(6, LogLevel.Information, "{Provider}: requests succeed again.")]
    public static partial void CircuitClosed(ILogger log, string provider);

    [LoggerMessage(7, LogLevel.Warning, "{Provider}: {Operation}: whether the change was made is unknown.")]
    public static partial void OutcomeUnknown(ILogger log, string provider, ClientOperation operation);

    [LoggerMessage(8, LogLevel.Information, "{Provider}: {Operation}: no answer told whether the change was made; reading back showed that it was.")]
    public static partial void OutcomeSettled(ILogger log, string provider, ClientOperation operation);

    [LoggerMessage(9, LogLevel.Debug, "{Provider}: {Operation}: done in {Elapsed:0.###} s.")]
    public static partial void Completed(ILogger log, string provider, ClientOperation operation, double elapsed);

    [LoggerMessage(10, LogLevel.Debug, "{Provider}: {Operation}: failed after {Elapsed:0.###} s ({Error}).")]
    public static partial void Failed(ILogger log, string provider, ClientOperation operation, double elapsed, string error);

    [LoggerMessage(11, LogLevel.Warning, "{Provider}: a credential could not be fetched ({Error}).")]
    public static partial void CredentialNotFetched(ILogger log, string provider, string error);

    [LoggerMessage(12, LogLevel.Error, "{Provider}: the changed settings are not used, the last good ones stay in force: {Problems}")]
    public static partial void SettingsRefused(ILogger log, string provider, string problems);

    [LoggerMessage(13, LogLevel.Information, "{Provider}: {Operation}: the server never shows {Names}, so nothing confirms that it stored them.")]
    public static partial void Unconfirmed(ILogger log, string provider, ClientOperation operation, string names);

    [LoggerMessage(14, LogLevel.Warning, "{Provider}: {Operation}: the server replaced the client's secret; the old one is void.")]
    public static partial void SecretReplaced(ILogger log, string provider, ClientOperation operation);

    [LoggerMessage(15, LogLevel.Warning, "{Provider}: the client was registered, but the server gave no key to it, so that it cannot be managed from here.")]
    public static partial void NoKey(ILogger log, string provider);

    [LoggerMessage(16, LogLevel.Warning, "{Provider}: {Operation}: the list leaves out {Count} known clients, because the server no longer accepts their keys.")]
    public static partial void LeftOut(ILogger log, string provider, ClientOperation operation, int count);

    [LoggerMessage(17, LogLevel.Warning, "{Provider}: the client was registered or changed, but could not be read back ({Error}). The result is the client as the answer to the change shows it.")]
    public static partial void NotReadBack(ILogger log, string provider, string error);

    [LoggerMessage(18, LogLevel.Debug, "{Provider}: {Operation}: waits {Delay:0.###} s, because {Limit} such requests a minute are allowed.")]
    public static partial void Waiting(ILogger log, string provider, ClientOperation operation, double delay, int limit);

    [LoggerMessage(19, LogLevel.Debug, "{Provider}: {Operation}: waits {Delay:0.###} s, because the server said that there were too many requests.")]
    public static partial void WaitingForServer(ILogger log, string provider, ClientOperation operation, double delay);
}
