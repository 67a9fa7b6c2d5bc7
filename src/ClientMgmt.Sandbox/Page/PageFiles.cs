using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Page;

/// <summary>The page at the root, and the two files that belong to it.</summary>
internal static class PageFiles
{
    // Nothing runs but the one script, and it can make no markup of texts.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'none'; base-uri 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly Dictionary<string, (string File, string ContentType)> s_files = new()
    {
        [""] = ("index.html", "text/html; charset=utf-8"),
        ["sandbox/page.css"] = ("page.css", "text/css; charset=utf-8"),
        ["sandbox/page.js"] = ("page.js", "text/javascript; charset=utf-8"),
    };

    public static Reply? Handle(Incoming incoming)
    {
        if (!incoming.IsControl || incoming.Method is not ("GET" or "HEAD") || !s_files.TryGetValue(string.Join('/', incoming.Segments), out var found))
            return null;
        var reply = new Reply(Status200OK, Read(found.File), found.ContentType);
        reply.Headers["Content-Security-Policy"] = Policy;
        reply.Headers["X-Content-Type-Options"] = "nosniff";
        reply.Headers["Referrer-Policy"] = "no-referrer";
        reply.Headers["Cache-Control"] = "no-cache";
        return reply;
    }

    private static string Read(string file)
    {
        using Stream content = typeof(PageFiles).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }
}
