using System.Text.Json;

namespace ClientMgmt.Tests.Wire;

/// <summary>One request that an operation makes, and what the server normally answers.</summary>
public sealed record WireExchange(string Request, WireAnswer Answer, string? Body = null)
{
    /// <summary>Whether it changes something; Authlete rotates a secret by GET.</summary>
    public bool IsWrite => !Request.StartsWith("GET ", StringComparison.Ordinal)
        || Request.Contains("/secret/refresh/", StringComparison.Ordinal);

    /// <summary>What is thrown when no answer tells what the server did.</summary>
    public Type Interrupted => IsWrite ? typeof(OutcomeUnknownException) : typeof(BackendUnavailableException);
}

/// <summary>One operation of one backend: how it is called, and all that goes over the wire.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Operation">The operation.</param>
/// <param name="RunAsync">Calls it with an id.</param>
/// <param name="Exchanges">The requests in order; <c>{id}</c> and <c>{subject}</c> stand for their encoded forms.</param>
public sealed record WireOperation(
    Backend Backend, ClientOperation Operation, Func<IClientManagement, string, Task> RunAsync, params WireExchange[] Exchanges)
{
    public const string Id = "17";
    public const string AwkwardId = "a/b?c#d%e+f g&h=ü😀";
    public const string EncodedAwkwardId = "a%2Fb%3Fc%23d%25e%2Bf%20g%26h%3D%C3%BC%F0%9F%98%80";
    public const string Subject = "ann/o'nym?#%+& =ü😀";
    public const string EncodedSubject = "ann%2Fo%27nym%3F%23%25%2B%26%20%3D%C3%BC%F0%9F%98%80";

    /// <summary>What distinguishes it from another row of the same operation.</summary>
    public string? Variant { get; init; }

    /// <summary>Which exchange is the operation itself, where others only prepare or follow it.</summary>
    public int Decisive { get; init; }

    /// <summary>Whether the answer of the decisive exchange has a body that is read.</summary>
    public bool HasAnswer { get; init; } = true;

    /// <summary>Whether the answer holds what was asked for, so that a success without a body is none.</summary>
    public bool NeedsBody { get; init; }

    /// <summary>What refusals end in that say nothing about what is asked for, as it may be told elsewhere; null where each status counts.</summary>
    public Type? Refused { get; init; }

    public bool TakesId => Exchanges.Any(e => e.Request.Contains("{id}", StringComparison.Ordinal));

    public WireExchange Main => Exchanges[Decisive];

    /// <summary>The requests as they are on the wire.</summary>
    public IEnumerable<string> Lines(string encodedId) => Exchanges.Select(e => Line(e, encodedId));

    public static string Line(WireExchange exchange, string encodedId) => exchange.Request
        .Replace("{id}", encodedId, StringComparison.Ordinal)
        .Replace("{subject}", EncodedSubject, StringComparison.Ordinal);

    /// <summary>Has a host answer as the server normally does.</summary>
    public WireHost Prepare(WireHost host, string encodedId = Id) => Prepare(host, Main.Answer, encodedId);

    /// <summary>The same, with another answer to the decisive request.</summary>
    public WireHost Prepare(WireHost host, WireAnswer decisive, string encodedId = Id)
    {
        var answers = Exchanges.Select((e, i) => (Line: Line(e, encodedId), Answer: About(i == Decisive ? decisive : e.Answer, encodedId)));
        foreach (IGrouping<string, (string Line, WireAnswer Answer)> same in answers.GroupBy(a => a.Line))
        {
            host.On(same.Key, [.. same.Select(a => a.Answer)]);
        }

        return host;
    }

    // An answer is about the client that is asked for.
    private static WireAnswer About(WireAnswer answer, string encodedId) => encodedId == Id ? answer : answer with
    {
        Body = answer.Body?.Replace($"\"{Id}\"", JsonSerializer.Serialize(Uri.UnescapeDataString(encodedId)), StringComparison.Ordinal),
    };

    /// <summary>Runs it and returns what it throws.</summary>
    public Task<Exception?> CatchAsync(WireHost host, string id = Id) => CatchAsync(host.Clients, id);

    public async Task<Exception?> CatchAsync(IClientManagement clients, string id = Id)
    {
        try
        {
            await RunAsync(clients, id);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    public override string ToString() => $"{Backend}.{Operation}{(Variant is null ? "" : $", {Variant}")}";
}
