using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>One call on one service, with its credentials checked and its path taken apart.</summary>
internal sealed class Call(ServiceState service, Incoming incoming, string[] arguments)
{
    private JsonObject? _body;

    public ServiceState Service { get; } = service;

    public AuthleteBehavior Behavior => Service.Behavior;

    public Incoming Incoming { get; } = incoming;

    /// <summary>The body as an object; a form becomes one of texts. An absent body is an empty object.</summary>
    public JsonObject Body => _body ??= ReadBody();

    public string Argument(int index) => arguments[index];

    public bool HasArgument(int index) => arguments.Length > index;

    public JsonObject ClientAt(int index, out long id, bool alias = false)
    {
        string text = arguments[index];
        id = Service.Resolve(text, alias || Behavior.AliasAccepted) ?? throw new Refusal(
            Service.IsV3 || alias || text.All(char.IsAsciiDigit) ? Errors.UnknownClient(Behavior) : Errors.NoClientNumber(Behavior));
        return Service.Find(id)!;
    }

    /// <summary>A text by its name: from the body of a POST or PUT, otherwise from the query.</summary>
    public string? Text(string name) => Incoming.Method is "POST" or "PUT"
        ? Body[name] is { } node ? node.AsText() ?? throw new Refusal(Errors.Parameter(Behavior, name)) : null
        : Incoming.Query[name];

    public string Required(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw new Refusal(Errors.Parameter(Behavior, name));

    /// <summary>A number that is not negative.</summary>
    public int Number(string name, int fallback)
    {
        string? text = Incoming.Method == "POST" && !Incoming.IsForm ? Body[name]?.ToJsonString() : Text(name);
        if (text is null)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new Refusal(Errors.Parameter(Behavior, name));
    }

    /// <summary>A list of texts; in a form it is one text with spaces. Null when absent or null.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        JsonNode? node = Body[name];
        if (node is null)
            return null;
        if (Incoming.IsForm)
            return node.AsText()!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (node is JsonArray array && array.All(item => item.AsText() is not null))
            return [.. array.Select(item => item.AsText()!)];
        throw new Refusal(Errors.Parameter(Behavior, name));
    }

    public Reply Success(int status, JsonObject body) =>
        Behavior.EmptySuccessBodies && Incoming.Method != "GET" ? Reply.Empty(status) : Reply.Json(status, body);

    public Reply Result(string code, string message) => Success(200, ResultOf(code, message));

    public static JsonObject ResultOf(string code, string message) =>
        new() { ["resultCode"] = code, ["resultMessage"] = $"[{code}] {message}" };

    private JsonObject ReadBody()
    {
        if (Incoming.Body.Length == 0)
            return [];
        if (Incoming.IsForm)
            return FormBody.Read(Incoming.Body);
        return JsonText.TryParse(Incoming.Body, out JsonObject? body) ? body : throw new Refusal(Errors.Malformed(Behavior));
    }
}
