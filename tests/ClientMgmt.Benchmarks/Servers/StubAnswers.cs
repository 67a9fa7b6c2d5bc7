using System.Buffers;
using System.Globalization;
using System.Text;
using ClientMgmt.Benchmarks.Contestants;
using Microsoft.AspNetCore.Http;

namespace ClientMgmt.Benchmarks.Servers;

/// <summary>What the stub answers: full clients that differ by their ids alone, which all have the same length.</summary>
internal sealed class StubAnswers
{
    // To the nanosecond, as on hosted portals, whose pages go on by the id as well: all clients have the same time.
    private const string Time = "2026-01-02T03:04:05.678901234Z";

    private readonly StubClient _authlete = new(Vendor.Authlete, "10{0:d12}");
    private readonly StubClient _docSpace = new(Vendor.DocSpace, "00000000-0000-4000-8000-{0:d12}");

    public void Write(HttpResponse response, string path, IQueryCollection query, int clients)
    {
        if (path.EndsWith("/oauth2/token", StringComparison.Ordinal))
        {
            Write(response, """{"response":"benchmark-signature"}""", null, 0, 0, "");
        }
        else if (path == "api/2.0/clients" && response.StatusCode == StatusCodes.Status200OK)
        {
            int start = query["last_client_id"].ToString() is { Length: > 0 } id ? Number(id[^12..]) + 1 : 0;
            int end = Math.Min(start + Number(query["limit"]!), clients);
            string next = end < clients
                ? $"""
                   "last_client_id":"{_docSpace.Id(end - 1)}","last_created_on":"{Time}"
                   """
                : "\"last_client_id\":null,\"last_created_on\":null";
            Write(response, "{\"data\":[", _docSpace, start, end, $"],\"limit\":50,{next}}}");
        }
        else if (path.EndsWith("/client/get/list", StringComparison.Ordinal))
        {
            int start = Number(query["start"]!), end = Number(query["end"]!);
            Write(
                response,
                $"{{\"start\":{start},\"end\":{end},\"totalCount\":{clients},\"clients\":[",
                _authlete,
                start,
                Math.Min(end, clients),
                "]}");
        }
        else
        {
            Write(response, "", path.StartsWith("api/2.0/", StringComparison.Ordinal) ? _docSpace : _authlete, 0, 1, "");
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void Write(HttpResponse response, string head, StubClient? client, int start, int end, string tail)
    {
        int count = Math.Max(end - start, 0);
        response.ContentLength = head.Length + tail.Length + (client?.Length * count ?? 0) + Math.Max(count - 1, 0);
        response.BodyWriter.Write(Encoding.UTF8.GetBytes(head));
        for (int i = start; i < end; i++)
        {
            response.BodyWriter.Write(i > start ? ","u8 : ""u8);
            client!.Write(response.BodyWriter, i);
        }

        response.BodyWriter.Write(Encoding.UTF8.GetBytes(tail));
    }
}
