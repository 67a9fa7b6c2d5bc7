using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What an update must send back of the client that it read, and a request of the signature that was exchanged.</summary>
internal static class MutationSent
{
    private static readonly string[] s_docSpaceParts = ["logo", "redirect_uris", "allowed_origins", "scopes"];

    private static readonly string[] s_issued =
    [
        "client_secret", "client_secret_expires_at", "client_id_issued_at", "updated_at", "registration_access_token", "registration_client_uri",
    ];

    /// <summary>Authlete: everything, as it was read, but for the change.</summary>
    public static Func<Dictionary<string, object>, MutationHost, string?> IsWholeClient(string name) => (read, host) =>
    {
        var expected = new Dictionary<string, object>(read) { ["clientName"] = $"\"{name}\"" };
        string sent = MutationJson.Text(Written(host, "POST"));
        return Difference(MutationJson.Text(expected), sent);
    };

    /// <summary>DocSpace: the part that an update replaces, as it was read, but for the change.</summary>
    public static Func<Dictionary<string, object>, MutationHost, string?> IsPartOfClient(string name) => (read, host) =>
    {
        if (Written(host, "PUT") is not Dictionary<string, object> sent)
        {
            return "nothing was sent";
        }

        var expected = s_docSpaceParts.ToDictionary(p => p, p => read.GetValueOrDefault(p, "null"));
        expected["name"] = $"\"{name}\"";
        string? wrong = expected.Keys.FirstOrDefault(p => MutationJson.Text(sent.GetValueOrDefault(p)) != MutationJson.Text(expected[p]));
        object? description = read.GetValueOrDefault("description");
        bool isKept = !sent.TryGetValue("description", out object? told) || MutationJson.Text(told) == MutationJson.Text(description);
        return wrong is null && isKept ? null : $"sent {MutationJson.Text(sent)}";
    };

    /// <summary>
    /// Dynamic registration: what is as it was goes back, without what the server issues. A value of another type than is due may
    /// be brought into that, and null says that nothing is set.
    /// </summary>
    public static Func<Dictionary<string, object>, MutationHost, string?> IsClientButForWhatIsIssued(string client, string name) => (read, host) =>
    {
        if (Written(host, "PUT") is not Dictionary<string, object> sent)
        {
            return "nothing was sent";
        }

        var before = (Dictionary<string, object>)MutationJson.Parse(System.Text.Encoding.UTF8.GetBytes(client))!;
        before["client_name"] = read["client_name"] = $"\"{name}\"";
        string? lost = before.Keys.Except(s_issued).FirstOrDefault(m =>
            MutationJson.Text(read.GetValueOrDefault(m)) == MutationJson.Text(before[m])
            && MutationJson.Text(sent.GetValueOrDefault(m)) != MutationJson.Text(before[m]));
        string? strange = sent.Keys.FirstOrDefault(m => s_issued.Contains(m) || !read.ContainsKey(m));
        return lost is null && strange is null ? null : $"sent {lost}{strange}: {MutationJson.Text(sent)}";
    };

    // Of several members the last one that is there counts, and a null or a boolean is read as not there.
    public static string? CarriesSignature(Dictionary<string, object> read, MutationHost host)
    {
        string? sent = host.Sent[^1].Signature;
        return MutationJson.Text(read["response"]) is var text && (text == sent || text == $"\"{sent}\"" || text is "null" or "true" or "false")
            ? null
            : $"sent {sent}";
    }

    private static string? Difference(string expected, string sent)
    {
        int same = expected.Zip(sent).TakeWhile(pair => pair.First == pair.Second).Count(), from = Math.Max(0, same - 20);
        return expected == sent ? null : $"sent …{Part(sent, from)} instead of …{Part(expected, from)}";
    }

    private static string Part(string text, int from) => Printable.Text(text[from..Math.Min(text.Length, from + 100)]);

    private static object? Written(MutationHost host, string method)
    {
        byte[]? body = host.Sent.FirstOrDefault(r => r.Method == method).Body;
        return body is null ? null : MutationJson.Parse(body);
    }
}
