using System.Text;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Mutates one kind of answer again and again, and tells what came of it.</summary>
internal sealed class MutationTrial(MutationKind kind, int seed) : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    private readonly MutationHost _shared = new(kind.Backend, kind.Exchanges);
    private MutationHost _last = null!;
    private Dictionary<string, object?> _facts = [];
    private Dictionary<string, HashSet<string>> _sources = [];
    private Dictionary<string, string> _units = [];

    public int TypedErrors { get; private set; }

    public int Results { get; private set; }

    /// <summary>Whether errors or results never came, so that the mutations are not worth their name.</summary>
    public bool HasMissedAnOutcome => (TypedErrors == 0 && kind is { Wrap: null, IsOptional: false }) || (Results == 0 && kind.Status < 400);

    public List<string> Wrong { get; } = [];

    public async Task RunAsync(int count)
    {
        await LearnAsync();
        for (int i = 0; i < count; i++)
        {
            byte[] body = new MutationMaker(new Random(seed + i)).Mutate(kind.Document);
            string? wrong = await TryAsync(body);
            if (wrong is not null)
            {
                string shown = Encoding.UTF8.GetString(body);
                Wrong.Add($"{kind} {i}: {wrong}\n{(shown.Length > 3000 ? shown[..3000] + "…" : shown)}");
            }
        }
    }

    public override string ToString() => kind.ToString();

    public void Dispose() => _shared.Dispose();

    /// <summary>Reads the document as it should be, and once without each of its parts: so it shows what depends on which.</summary>
    private async Task LearnAsync()
    {
        if (kind.Status >= 400)
        {
            return;
        }

        (object? result, Exception? error) = await SendAsync(Encoding.UTF8.GetBytes(kind.Document));
        Assert.That(error, Is.Null, kind.ToString());
        _facts = new(kind.Facts(result));
        object document = MutationJson.Parse(Encoding.UTF8.GetBytes(kind.Document))!;
        _units = Units(document);
        _sources = _facts.Keys.ToDictionary(f => f, f => kind.List is null ? [] : new HashSet<string> { f });
        foreach (string member in kind.List is null ? ((Dictionary<string, object>)document).Keys.ToArray() : [])
        {
            (object? without, Exception? failed) = await SendAsync(Encoding.UTF8.GetBytes(Wire.Json.With(kind.Document, member, null)));
            IEnumerable<string> changed = failed is null && kind.Facts(without) is { } facts
                ? _facts.Keys.Where(f => !Equals(facts.GetValueOrDefault(f), _facts[f]))
                : _facts.Keys.Where(f => f == "id");
            foreach (string fact in changed)
            {
                _sources[fact].Add(member);
            }
        }
    }

    private async Task<string?> TryAsync(byte[] body)
    {
        (object? result, Exception? error) = await SendAsync(body);
        object? document = MutationJson.Parse(body);
        TypedErrors += error is ClientManagementException ? 1 : 0;
        Results += error is null ? 1 : 0;
        return error switch
        {
            not null and not ClientManagementException => $"threw {error}",
            _ when kind.Status >= 400 => Expect(error is ClientManagementException, "an error was taken for a success"),
            not null when kind.Wrap is not null => $"failed: {error.Message}",
            not null => Expect(!MustBeRead(document), $"could be read, and was not: {error.Message}"),
            _ when kind.Wrap is not null => null,
            _ when document is null => kind.IsOptional ? null : "is no JSON, and was read",
            _ => Compare(result, document),
        };
    }

    private string? Compare(object? result, object document)
    {
        Dictionary<string, string> units = Units(document);
        IReadOnlyDictionary<string, object?> facts = kind.Facts(result);
        foreach ((string fact, HashSet<string> sources) in _sources)
        {
            if (facts.GetValueOrDefault(fact) is string read && read.Contains("exactly:", StringComparison.Ordinal))
            {
                return $"{fact} reads {read}, which is a mark of the library's own";
            }

            bool isTouched = sources.Any(s => units.GetValueOrDefault(s) != _units[s]);
            if (!isTouched && !Equals(facts.GetValueOrDefault(fact), _facts[fact]))
            {
                return $"{fact} was {_facts[fact]} and reads {facts.GetValueOrDefault(fact)}";
            }
        }

        return document is Dictionary<string, object> members ? kind.CheckSent?.Invoke(members, _last) : null;
    }

    // Lists may be refused for one entry that makes no sense; a client with an id is read whatever else it holds. Half of a
    // surrogate pair is no part of an id: no request could name such a client.
    private bool MustBeRead(object? document) => kind is { List: null, Id: { } name, Exchanges: false }
        && document is Dictionary<string, object> members
        && members.TryGetValue(name, out object? id)
        && id is string text
        && !text.Any(char.IsSurrogate)
        && (kind.OnlyId is null || text == kind.OnlyId)
        && ((text.Length <= 300 && text.All(char.IsAsciiDigit)) || (text.Length > 2 && text[0] == '"'));

    private async Task<(object? Result, Exception? Error)> SendAsync(byte[] body)
    {
        MutationHost host = kind.Exchanges ? new MutationHost(kind.Backend, exchanges: true) : _shared;
        _last = host;
        host.Sent.Clear();
        host.Answer = number => kind.Answers[Math.Min(number, kind.Answers.Count - 1)] is { } text
            ? (200, Encoding.UTF8.GetBytes(text))
            : (kind.Status, kind.Wrap?.Invoke(body) ?? body);
        try
        {
            return (await Task.Run(() => kind.RunAsync(host.Clients)).WaitAsync(s_longest), null);
        }
        catch (Exception e)
        {
            return (null, e);
        }
        finally
        {
            if (kind.Exchanges)
            {
                host.Dispose();
            }
        }
    }

    /// <summary>The parts of a document that are compared: the members or, of a list, the entries with an id of their own.</summary>
    private Dictionary<string, string> Units(object document)
    {
        object? list = kind.List is null or "" ? document : (document as Dictionary<string, object>)?.GetValueOrDefault(kind.List);
        if (kind.List is null)
        {
            return (document as Dictionary<string, object>)?.ToDictionary(m => m.Key, m => MutationJson.Text(m.Value)) ?? [];
        }

        return (list as List<object> ?? []).OfType<Dictionary<string, object>>()
            .GroupBy(entry => MutationJson.Text(entry.GetValueOrDefault(kind.Id!)).Trim('"'))
            .Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => MutationJson.Text(same.Single()));
    }

    private static string? Expect(bool holds, string wrong) => holds ? null : wrong;
}
