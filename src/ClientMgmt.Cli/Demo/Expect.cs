using System.Reflection;
using System.Text.Json;

namespace ClientMgmt.Cli.Demo;

/// <summary>Compares what was asked with what was read back. No message holds a secret.</summary>
internal static class Expect
{
    public static void That(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new MismatchException(otherwise);
        }
    }

    public static void Equal<T>(string what, T expected, T actual) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what} is {Show(actual)} instead of {Show(expected)}");

    /// <summary>The same members, each once, in any order.</summary>
    public static void SameMembers(string what, IEnumerable<string> expected, IEnumerable<string>? actual)
    {
        string[] wanted = [.. expected.Order(StringComparer.Ordinal)];
        string[] found = [.. (actual ?? throw new MismatchException($"{what} are missing")).Order(StringComparer.Ordinal)];
        That(wanted.SequenceEqual(found), $"{what} are [{string.Join(", ", found)}] instead of [{string.Join(", ", wanted)}]");
    }

    /// <summary>The same client in everything that does not change by itself.</summary>
    public static void SameClient(OAuthClient expected, OAuthClient actual)
    {
        Equal("the client id", expected.ClientId, actual.ClientId);
        Equal("enabled", expected.Enabled, actual.Enabled);
        That(Equals(expected.ClientSecret, actual.ClientSecret), "the secret is another one");
        That(
            expected.Metadata == actual.Metadata,
            $"differs in {string.Join(", ", Differences(expected.Metadata, actual.Metadata))}");
    }

    public static async Task GoneAsync(Func<Task> read)
    {
        try
        {
            await read().ConfigureAwait(false);
        }
        catch (ClientNotFoundException)
        {
            return;
        }

        throw new MismatchException("the client is still there");
    }

    private static IEnumerable<string> Differences(ClientMetadata one, ClientMetadata other) =>
        typeof(ClientMetadata).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => Json(p.GetValue(one)) != Json(p.GetValue(other)))
            .Select(p => p.Name);

    private static string Json(object? value) => JsonSerializer.Serialize(value);

    private static string Show(object? value) => value is null ? "not set" : $"{value}";
}
