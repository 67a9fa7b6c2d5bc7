using System.Net;
using ClientMgmt.Telemetry;

namespace ClientMgmt.Wire;

/// <summary>Turns an answer that is not a success into the library's own errors.</summary>
internal static class ErrorTranslator
{
    // A message is for people; a server may send any number.
    private const int MostFieldErrors = 20;

    /// <summary>What is known of the call whatever came of it.</summary>
    public static ClientManagementError About(Call call, int attempts) => new()
    {
        Provider = call.Provider.Name,
        Operation = call.Operation.Operation,
        ClientId = Disclosure.Clean(call.Operation.ClientId, []),
        Attempts = attempts,
        Summary = "",
    };

    /// <param name="call">The call that failed.</param>
    /// <param name="result">Its answer, or that of the exchange of its credential.</param>
    /// <param name="isSafe">Whether nothing was sent that the server may have acted on.</param>
    public static ClientManagementException Translate(Call call, CallResult result, bool isSafe)
    {
        ClientManagementError error = Describe(call, result);
        if (result.Attempt.Mistakes is { Count: > 0 } mistakes)
        {
            return new InvalidClientMetadataException(error with
            {
                Summary = "the server failed, which it also does if it does not know a value. "
                    + (error.Operation == ClientOperation.Create ? "If it knows them all, list the clients" : "If it knows them all, read the client")
                    + " before trying again.",
                FieldErrors = mistakes,
            });
        }

        return !isSafe && Faults.IsTransient(result.Attempt) && !Faults.IsRefusal(result.Attempt)
            ? new OutcomeUnknownException(error with { Summary = $"the server failed; {call.Protocol.UnknownOutcome(error.Operation)}" })
            : call.Protocol.FindMisdirection(result.Attempt) is { } misdirection ? new UnexpectedResponseException(Say(error, misdirection))
            : Classify(error, call, result.Attempt);
    }

    /// <summary>A success whose body is not what it should be.</summary>
    public static ClientManagementException Unreadable(Call call, CallResult result) => Classify(Describe(call, result), call, result.Attempt);

    private static ClientManagementError Describe(Call call, CallResult result)
    {
        IReadOnlyCollection<string> secrets = SecretsOf(call, result.Sent);
        HttpResponseMessage answer = result.Attempt.Response!;
        VendorError vendor = call.Protocol.ReadError(result.Attempt.ErrorText);
        return About(call, result.Attempts) with
        {
            StatusCode = answer.StatusCode,
            VendorCode = Disclosure.Clean(vendor.Code, secrets),
            VendorMessage = Disclosure.Clean(vendor.Message, secrets),
            FieldErrors =
            [
                .. (vendor.Fields ?? []).Take(MostFieldErrors).Select(f => new FieldError(
                    Disclosure.Clean(call.Protocol.NameOf(f.Name), secrets) ?? "",
                    Disclosure.Clean(f.Message, secrets) ?? "",
                    Disclosure.Clean(f.Code, secrets))),
            ],
            RequestId = Disclosure.Clean(
                Disclosure.RequestIdHeaders.Select(answer.Header).FirstOrDefault(h => h is not null), secrets),
            RetryAfter = result.Attempt.Delay,
        };
    }

    // What must not be shown of what was sent.
    private static IReadOnlyCollection<string> SecretsOf(Call call, IEnumerable<Access> sent)
    {
        HashSet<string> secrets = call.Operation.Secret is { } own ? [own.Reveal()] : [];

        // What a credential of its own opens is told to nobody else.
        if (call.Request is { Credential: not null, Address: { } address })
        {
            secrets.UnionWith([address.AbsoluteUri, address.PathAndQuery]);
        }

        foreach (Access access in sent)
        {
            using var request = new HttpRequestMessage();
            call.Protocol.Authorize(request.Headers, access);
            secrets.UnionWith(Disclosure.SecretsOf(request.Headers));
            secrets.Add(access.Credential.Value.Reveal());
        }

        return secrets;
    }

    private static ClientManagementException Classify(ClientManagementError error, Call call, Attempt attempt) => (int)error.StatusCode! switch
    {
        400 or 422 => new InvalidClientMetadataException(Say(error, "the server refused the request as invalid."))
        {
            HasEmptyBody = attempt.ErrorText is "",
        },
        401 or 403 => new AccessDeniedException(Say(error, "the server refused the credential, or it lacks the right.")),
        404 when error.ClientId is null => new UnexpectedResponseException(
            Say(error, $"the server does not know the path; set {call.Protocol.AddressSetting} to the address of the API.")),
        404 => new ClientNotFoundException(Say(error, $"there is no such client, or {call.Protocol.AddressSetting} is not the address of the API.")),
        409 => new ClientConflictException(Say(error, "the client is in conflict with another change or another client.")),
        429 => new RateLimitedException(Say(error, "too many requests.")),
        408 or >= 500 => new BackendUnavailableException(Say(error, "the server failed.")),
        301 or 302 or 303 or 307 or 308 => new UnexpectedResponseException(
            Say(error, $"the server redirects to another address, and redirects are not followed; set {call.Protocol.AddressSetting} to the address of the API.")),
        >= 200 and < 300 => new UnexpectedResponseException(
            Say(error, "the server reports success, but its answer could not be read.")),
        _ => new UnexpectedResponseException(
            Say(error, "the server refused the request with a status that this operation does not expect.")),
    };

    private static ClientManagementError Say(ClientManagementError error, string summary) => error with { Summary = summary };
}
