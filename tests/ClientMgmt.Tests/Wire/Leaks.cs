using System.Collections;
using System.Text;

namespace ClientMgmt.Tests.Wire;

/// <summary>Everything that an exception shows to whoever logs it.</summary>
public static class Leaks
{
    public static string TextOf(Exception? exception)
    {
        var text = new StringBuilder();
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            text.AppendLine(e.Message).AppendLine(e.ToString());
            foreach (DictionaryEntry entry in e.Data)
            {
                text.AppendLine($"{entry.Key}={entry.Value}");
            }

            if (e is ClientManagementException { Error: { } error })
            {
                text.AppendLine(error.ToString()).AppendLine(error.Summary).AppendLine(error.VendorCode).AppendLine(error.VendorMessage)
                    .AppendLine(error.RequestId).AppendJoin('\n', error.FieldErrors);
            }
        }

        return text.ToString();
    }

    /// <summary>Whether only the library's own errors come out, all the way down.</summary>
    public static bool IsOwn(Exception? exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is not ClientManagementException)
            {
                return false;
            }
        }

        return true;
    }
}
