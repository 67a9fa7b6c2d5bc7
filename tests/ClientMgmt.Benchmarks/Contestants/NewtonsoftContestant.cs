using Newtonsoft.Json;

namespace ClientMgmt.Benchmarks.Contestants;

/// <summary>Reads ten fields with Newtonsoft.Json's reader, straight from the stream. This one is 1.0.</summary>
internal abstract class NewtonsoftContestant<TClient>(HttpClient http, Api api) : PlainContestant<TClient>(http, api)
{
    public override string Name => "Newtonsoft";

    public override ValueTask<TClient> ReadClientAsync(Stream json)
    {
        using var reader = new JsonTextReader(new StreamReader(json));
        reader.Read();
        return ValueTask.FromResult(ReadClient(reader));
    }

    /// <summary>Reads the members of a client, whose object has begun.</summary>
    protected abstract TClient ReadClient(JsonTextReader reader);
}
