using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Authlete;
using ClientMgmt.Sandbox.DocSpace;
using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.WebUtilities;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Faults;

/// <summary>Makes of the answer that belongs to a request the one that a fault asks for.</summary>
internal sealed class FaultReply(OwnErrors docSpace, TimeProvider clock)
{
    /// <summary>Null when there is none: the request was not processed, and nothing else was asked for.</summary>
    public Reply? Of(SandboxFault fault, Incoming incoming, Reply? own)
    {
        Reply? reply = fault.RateLimit is { } limit ? TooMany(limit, fault.RetryIn, incoming) : Changed(fault, incoming, own);
        if (reply is null)
            return null;
        if (fault.ContentType is not null)
            reply = reply with { ContentType = fault.ContentType };
        foreach ((string name, string value) in fault.Headers)
            reply.Headers[name] = value;
        return reply;
    }

    private Reply? Changed(SandboxFault fault, Incoming incoming, Reply? own)
    {
        if ((fault.Status ?? own?.Status) is not { } status)
            return null;
        if (fault.Text is not null)
            return new Reply(status, fault.Text, "text/plain; charset=utf-8");
        SandboxFaultBody byDefault = status >= Status400BadRequest ? SandboxFaultBody.Error : SandboxFaultBody.Empty;
        if (fault.Status is null && fault.Body is null)
            return own;
        return (fault.Body ?? byDefault) switch
        {
            SandboxFaultBody.Error => Error(status, incoming),
            SandboxFaultBody.Html => Html(status),
            _ => Reply.Empty(status),
        };
    }

    private static Reply Html(int status) => new(
        status,
        $"<!DOCTYPE html><html><body><h1>{status} {ReasonPhrases.GetReasonPhrase(status)}</h1></body></html>",
        "text/html; charset=utf-8");

    private Reply Error(int status, Incoming incoming) => Backends.Of(incoming) switch
    {
        SandboxBackend.DocSpace => docSpace.Plain(incoming, status),
        SandboxBackend.DynamicRegistration => RegistrationError(status),
        null => Reply.Empty(status),
        _ => Errors.Fault(status),
    };

    private static Reply RegistrationError(int status) => Reply.Json(status, new JsonObject
    {
        ["error"] = status switch
        {
            Status401Unauthorized => "invalid_token",
            Status429TooManyRequests => "too_many_requests",
            >= Status500InternalServerError => "server_error",
            _ => "invalid_request",
        },
        ["error_description"] = ReasonPhrases.GetReasonPhrase(status),
    });

    private Reply TooMany(SandboxRateLimit limit, TimeSpan wait, Incoming incoming)
    {
        bool isDocSpace = Backends.Of(incoming) == SandboxBackend.DocSpace;
        if (isDocSpace && limit == SandboxRateLimit.Instance)
            return docSpace.TooManyCalls(incoming);
        Reply reply = isDocSpace
            ? new Reply(Status429TooManyRequests, "", "application/json")
            : Error(Status429TooManyRequests, incoming);
        foreach ((string name, string value) in Advice(limit, wait, isDocSpace))
            reply.Headers[name] = value;
        return reply;
    }

    private (string Name, string Value)[] Advice(SandboxRateLimit limit, TimeSpan wait, bool isDocSpace) => limit switch
    {
        SandboxRateLimit.Native when isDocSpace =>
            [("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", RateLimits.Nanoseconds(wait))],
        SandboxRateLimit.Native or SandboxRateLimit.Instance =>
            [("Retry-After", Seconds(wait)), ("RateLimit-Remaining", "0"), ("RateLimit-Reset", Seconds(wait))],
        SandboxRateLimit.RetryAfterSeconds => [("Retry-After", Seconds(wait))],
        SandboxRateLimit.RetryAfterDate => [("Retry-After", Reply.HttpDate(DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(Up(Until(wait)))))],
        SandboxRateLimit.ResetEpochSeconds => [("X-RateLimit-Reset", Seconds(Until(wait)))],
        SandboxRateLimit.ResetSeconds => [("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", Seconds(wait))],
        _ => [],
    };

    private TimeSpan Until(TimeSpan wait) => clock.GetUtcNow() + wait - DateTimeOffset.UnixEpoch;

    // Up: who waits as long as he is told has waited long enough.
    private static long Up(TimeSpan wait) => (long)Math.Ceiling((decimal)wait.Ticks / TimeSpan.TicksPerSecond);

    private static string Seconds(TimeSpan wait) => Up(wait).ToString(CultureInfo.InvariantCulture);
}
