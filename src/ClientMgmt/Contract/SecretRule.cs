namespace ClientMgmt;

/// <summary>Which secrets a backend takes from the caller.</summary>
/// <param name="MaxLength">How many characters a secret may have.</param>
/// <param name="Symbols">The characters that it may have besides A-Z, a-z and 0-9.</param>
public sealed record SecretRule(int MaxLength, string Symbols)
{
    /// <summary>Whether the backend takes this secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <exception cref="ArgumentNullException"><paramref name="secret"/> is null.</exception>
    public bool Accepts(Secret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        string value = secret.Reveal();
        return value.Length <= MaxLength && value.All(c => char.IsAsciiLetterOrDigit(c) || Symbols.Contains(c, StringComparison.Ordinal));
    }

    /// <summary>The rule in a sentence.</summary>
    public override string ToString() => $"A secret has 1 to {MaxLength} characters of A-Z, a-z, 0-9{string.Concat(Symbols.Select(c => $", {c}"))}.";
}
