namespace ClientMgmt.Tests.Reliability;

/// <summary>One kind of answer: who gives it, what it normally holds, how it is asked for and what is read from it.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Document">The answer as it should be.</param>
/// <param name="RunAsync">Asks for it and returns what came of it.</param>
/// <param name="Facts">What the result says, by names of its own.</param>
internal sealed record MutationKind(
    string Name,
    Backend Backend,
    string Document,
    Func<IClientManagement, Task<object?>> RunAsync,
    Func<object?, IReadOnlyDictionary<string, object?>> Facts)
{
    /// <summary>What the server answers: null stands for the mutated document; the last one serves for ever.</summary>
    public IReadOnlyList<string?> Answers { get; init; } = [null, "{}"];

    /// <summary>The status of the mutated answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The array whose entries are mutated one by one: "" stands for the document itself.</summary>
    public string? List { get; init; }

    /// <summary>The member that the result cannot do without.</summary>
    public string? Id { get; init; }

    /// <summary>The only value of that member for which the result must come, as JSON; null if any does.</summary>
    public string? OnlyId { get; init; }

    /// <summary>Whether the result comes of another answer where this one cannot be read.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Wraps the mutated document into the answer.</summary>
    public Func<byte[], byte[]>? Wrap { get; init; }

    /// <summary>Whether each run needs a library that has asked the server for nothing yet: a credential in exchange, or what it says of itself.</summary>
    public bool Exchanges { get; init; }

    /// <summary>What the sent requests must say of a document that could be read; the text is what is wrong.</summary>
    public Func<Dictionary<string, object>, MutationHost, string?>? CheckSent { get; init; }

    public override string ToString() => $"{Backend} {Name}";
}
