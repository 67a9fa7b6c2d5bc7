using System.Globalization;
using System.Net;
using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Answers of a server that has a limit.</summary>
internal static class LimitAnswers
{
    public static Attempt Refusal(TimeSpan delay) => Attempt.Refused(new HttpResponseMessage(HttpStatusCode.TooManyRequests), "", delay);

    public static Attempt Passed(int? left)
    {
        var answer = new HttpResponseMessage();
        if (left is { } known)
        {
            answer.Headers.Add("X-Ratelimit-Remaining", known.ToString(CultureInfo.InvariantCulture));
        }

        return Attempt.Refused(answer, "", null);
    }
}
