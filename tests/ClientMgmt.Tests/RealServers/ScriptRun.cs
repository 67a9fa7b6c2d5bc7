using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Tests.Sandbox;

namespace ClientMgmt.Tests.RealServers;

/// <summary>A script as one server answers it: a line for each request, without what is random.</summary>
internal sealed class ScriptRun(HttpClient http, Uri registrationEndpoint, string? initialToken = null)
{
    private static readonly string[] s_random = ["client_id", "client_id_issued_at", "registration_access_token", "registration_client_uri", "client_secret"];
    private readonly Dictionary<string, string> _values = new() { ["{register}"] = registrationEndpoint.AbsoluteUri, ["{initial}"] = initialToken ?? "" };

    public async Task<IReadOnlyList<string>> RunAsync(Script script)
    {
        var lines = new List<string>();
        foreach (Step step in script.Steps)
        {
            if (Filled(step.Target).Contains('{', StringComparison.Ordinal))
            {
                lines.Add($"{step.Method} {step.Target}: there is no such address");
                continue;
            }

            Answer answer = await SendAsync(step);
            lines.Add($"{step.Method} {step.Target} {step.Body} -> {Describe(answer, step.Client)}");
        }

        return lines;
    }

    private async Task<Answer> SendAsync(Step step)
    {
        using var request = new HttpRequestMessage(new HttpMethod(step.Method), Filled(step.Target));
        if (step.Token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"{step.Scheme} " + Filled(step.Token));
        request.Headers.TryAddWithoutValidation("Accept", step.Accept);
        if (step.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Filled(step.Body)));
            request.Content.Headers.ContentType = step.ContentType is null ? null : MediaTypeHeaderValue.Parse(step.ContentType);
        }

        using HttpResponseMessage response = await http.SendAsync(request);
        return new Answer(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers);
    }

    private string Filled(string text) => _values.Aggregate(text, (filled, pair) => filled.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    private string Describe(Answer answer, string client)
    {
        var line = new StringBuilder($"{answer.Status} {(answer.Status < 400 || answer.Text.Length == 0 ? "" : answer.MediaType)}");
        if (answer.Header("WWW-Authenticate") is { } challenge)
            line.Append(challenge.Contains("error=", StringComparison.Ordinal) ? " challenge with error" : " challenge");
        if (answer.Header("Location") is not null)
            line.Append(" location");
        if (answer.Text.Length == 0)
            return line.Append(" without a body").ToString();
        if (Parse(answer.Text) is not { } body)
            return line.ToString();
        foreach ((string name, JsonNode? value) in body.OrderBy(member => member.Key, StringComparer.Ordinal))
            line.Append("\n    ").Append(name).Append(": ").Append(name == "error_description" ? "words" : Value(name, value, client));
        return line.ToString();
    }

    private string Value(string name, JsonNode? value, string client)
    {
        if (name == "client_secret_expires_at" && value?.GetValueKind() == JsonValueKind.Number && (long)value > 0)
            return "some day";
        if (!s_random.Contains(name))
            return value?.ToJsonString() ?? "null";
        string key = "{" + (client.Length > 0 ? client + "." : "") + Short(name) + "}";
        string text = value?.ToString() ?? "";
        string said = !_values.TryGetValue(key, out string? before) ? "new" : before == text ? "as before" : "another";
        if (said == "another")
            _values[key.Replace("}", ".before}", StringComparison.Ordinal)] = before!;
        _values[key] = text;
        return said;
    }

    private static string Short(string name) => name switch
    {
        "registration_access_token" => "token",
        "registration_client_uri" => "uri",
        "client_secret" => "secret",
        "client_id" => "id",
        _ => name,
    };

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
