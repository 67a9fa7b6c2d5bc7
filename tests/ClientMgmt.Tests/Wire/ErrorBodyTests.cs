using System.Net;
using System.Text;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>What is read out of an error's body, whatever it is.</summary>
public sealed class ErrorBodyTests
{
    private const string Code = "A000999";

    private static IEnumerable<TestCaseData> Bodies()
    {
        foreach (Backend backend in new[] { Backend.AuthleteV2, Backend.AuthleteV3 })
        {
            TestCaseData Row(string body, string? code, string? message) => new(backend, body, code, message);

            yield return Row($$"""{"resultCode":"{{Code}}","resultMessage":"[{{Code}}] Not so."}""", Code, $"[{Code}] Not so.");
            yield return Row($$"""{"resultCode":"{{Code}}"}""", Code, null);
            yield return Row("""{"resultMessage":"Not so."}""", null, "Not so.");
            yield return Row("""{"resultCode":null,"resultMessage":null}""", null, null);
            yield return Row("""{"resultCode":"","resultMessage":" "}""", null, null);
            yield return Row("""{"resultMessage":"two\r\nlines\u0000"}""", null, "two  lines ");
            yield return Row("""{"other":"shape"}""", null, null);
        }

        TestCaseData Portal(string body, string? message) => new(Backend.DocSpace, body, null, message);

        yield return Portal("""{"reason":"too many requests"}""", "too many requests");
        yield return Portal("""{"type":"https://x","title":"Bad Request","status":400,"detail":"Not so.","instance":"/p"}""", "Not so.");
        yield return Portal("""{"detail":null,"reason":"Not so."}""", "Not so.");
        yield return Portal("""{"reason":null}""", null);
        yield return Portal("""{"other":"shape"}""", null);

        TestCaseData Standard(string body, string? code, string? message) => new(Backend.DynamicRegistration, body, code, message);

        yield return Standard("""{"error":"invalid_client_metadata","error_description":"Not so."}""", "invalid_client_metadata", "Not so.");
        yield return Standard("""{"error":"not_so"}""", "not_so", null);
        yield return Standard("""{"error":"Not so."}""", null, "Not so.");
        yield return Standard("""{"error":null,"error_description":null}""", null, null);
        yield return Standard("""{"error":["not_so"],"error_description":{}}""", null, null);
        yield return Standard("""{"errorMessage":"Not so."}""", null, "Not so.");
        yield return Standard("""{"other":"shape"}""", null, null);
        foreach (Backend backend in WireHost.Backends)
        {
            foreach (string body in (string[])["", " ", "null", "[]", "[1]", "\"text\"", "17", "{", "{\"a\":", "<html>no</html>", "\u0000\u0001", "{'a':1}x"])
            {
                yield return new TestCaseData(backend, body, null, null).SetArgDisplayNames($"{backend}", Printable.Text(body));
            }
        }
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task A_body_gives_the_vendors_code_and_message_or_nothing(Backend backend, string body, string? code, string? message)
    {
        ClientManagementError error = await FailAsync(backend, WireAnswer.Of(500, body));

        Assert.That((error.VendorCode, error.VendorMessage), Is.EqualTo((code, message)));
    }

    [TestCase("text/html")]
    [TestCase("text/plain; charset=utf8")]
    [TestCase("application/problem+json")]
    [TestCase("application/json; charset=utf8")]
    [TestCase("application/json; charset=\"utf-8\"")]
    [TestCase("application/json; charset=latin1")]
    [TestCase("application/json; charset=nonsense")]
    [TestCase("application/json; charset=")]
    [TestCase(";;;")]
    [TestCase(null)]
    public async Task The_body_is_judged_by_itself_and_not_by_its_declared_type(string? contentType)
    {
        ClientManagementError error = await FailAsync(
            Backend.DocSpace, new WireAnswer(HttpStatusCode.InternalServerError, """{"detail":"Not so."}""", contentType));

        Assert.That(error.VendorMessage, Is.EqualTo("Not so."));
    }

    [Test]
    public async Task Field_errors_have_standard_names_and_the_vendors_codes()
    {
        const string body = """
            {"title":"Bad Request","status":400,"detail":"Validation failed","errors":[
              {"field":"name","code":"EmptyFieldError","message":"is empty"},
              {"field":"name","code":"ErrorName","message":"is short"},
              {"field":"website_url","code":"ErrorWrongURL","message":"is no URL"},
              {"field":"logout_redirect_uri","code":"ErrorWrongURL","message":"is no URL"},
              {"field":"allow_pkce","code":"X","message":"is odd"},
              {"field":"scopes","code":"ErrorInvalidScope","message":"is unknown"},
              {"field":"limit","code":"ErrorName","message":"is large"}]}
            """;

        ClientManagementError error = await FailAsync(Backend.DocSpace, WireAnswer.Of(400, body));

        Assert.That(error.FieldErrors, Is.EqualTo(new FieldError[]
        {
            new("client_name", "is empty", "EmptyFieldError"),
            new("client_name", "is short", "ErrorName"),
            new("client_uri", "is no URL", "ErrorWrongURL"),
            new("post_logout_redirect_uris", "is no URL", "ErrorWrongURL"),
            new("token_endpoint_auth_method", "is odd", "X"),
            new("scope", "is unknown", "ErrorInvalidScope"),
            new("limit", "is large", "ErrorName"),
        }));
    }

    [TestCase("""{"errors":null}""")]
    [TestCase("""{"errors":"text"}""")]
    [TestCase("""{"errors":{}}""")]
    [TestCase("""{"errors":[null,1,"text",[]]}""")]
    public async Task Field_errors_of_another_shape_are_left_out(string body)
    {
        ClientManagementError error = await FailAsync(Backend.DocSpace, WireAnswer.Of(400, body));

        Assert.That(error.FieldErrors, Is.Empty);
    }

    [TestCase("""{"errors":[{}]}""")]
    [TestCase("""{"errors":[{"field":null,"code":null,"message":null}]}""")]
    [TestCase("""{"errors":[{"field":1,"code":true,"message":[1]}]}""")]
    public async Task A_field_error_with_gaps_does_not_hide_the_error(string body)
    {
        ClientManagementError error = await FailAsync(Backend.DocSpace, WireAnswer.Of(400, body));

        Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("""{"errors":[{}]}""")]
    [TestCase("""{"errors":[{"field":" ","code":" ","message":" "}]}""")]
    public async Task What_a_field_error_leaves_out_is_empty(string body)
    {
        ClientManagementError error = await FailAsync(Backend.DocSpace, WireAnswer.Of(400, body));

        Assert.That(error.FieldErrors, Is.EqualTo([new FieldError("", "")]));
    }

    [Test]
    public async Task Of_many_field_errors_the_first_twenty_are_told()
    {
        string errors = string.Join(',', Enumerable.Range(1, 30).Select(i => $$"""{"field":"f{{i}}"}"""));

        ClientManagementError error = await FailAsync(Backend.DocSpace, WireAnswer.Of(400, $$"""{"errors":[{{errors}}]}"""));

        Assert.That((error.FieldErrors.Count, error.FieldErrors[^1].Name), Is.EqualTo((20, "f20")));
    }

    [TestCase("iso-8859-1")]
    [TestCase("\"iso-8859-1\"")]
    public async Task A_body_is_read_in_the_encoding_that_it_declares(string charSet)
    {
        using WireHost host = WireHost.For(Backend.DocSpace).OnAny((_, _) =>
        {
            var content = new ByteArrayContent(Encoding.Latin1.GetBytes("""{"detail":"für"}"""));
            content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charSet}");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = content });
        });

        var error = await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host) as ClientManagementException;

        Assert.That(error?.Error.VendorMessage, Is.EqualTo("für"));
    }

    [Test]
    public async Task Of_several_ids_of_the_request_the_first_is_told()
    {
        ClientManagementError error = await FailAsync(Backend.AuthleteV3, WireAnswer.Of(500) with
        {
            Headers = new Dictionary<string, string> { ["X-Correlation-Id"] = "c-1", ["X-Request-Id"] = "r-1" },
        });

        Assert.That(error.RequestId, Is.EqualTo("r-1"));
    }

    [Test]
    public async Task Of_a_header_that_comes_twice_the_first_value_is_told()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((_, _) =>
        {
            HttpResponseMessage answer = WireAnswer.Of(500).ToResponse();
            answer.Headers.Add("X-Request-Id", ["r-1", "r-2"]);
            return Task.FromResult(answer);
        });

        var error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host) as ClientManagementException;

        Assert.That(error?.Error.RequestId, Is.EqualTo("r-1"));
    }

    [TestCase("X-Request-Id")]
    [TestCase("x-request-id")]
    [TestCase("Request-Id")]
    [TestCase("X-Correlation-Id")]
    public async Task The_servers_id_of_the_request_is_told_whatever_the_case_of_the_header(string header)
    {
        ClientManagementError error = await FailAsync(
            Backend.AuthleteV3, WireAnswer.Of(500) with { Headers = new Dictionary<string, string> { [header] = "r-1" } });

        Assert.That(error.RequestId, Is.EqualTo("r-1"));
    }

    internal static async Task<ClientManagementError> FailAsync(Backend backend, WireAnswer answer, TimeProvider? time = null)
    {
        WireOperation create = WireOperations.Of(backend, ClientOperation.Create);
        using WireHost host = create.Prepare(WireHost.For(backend, time: time), answer);
        return await create.CatchAsync(host) is ClientManagementException error
            ? error.Error
            : throw new AssertionException("No error of the library came.");
    }
}
