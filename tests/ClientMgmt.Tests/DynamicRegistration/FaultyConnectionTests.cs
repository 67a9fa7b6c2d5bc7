using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>A thousand updates with rotation, of which one in ten meets a connection that breaks.</summary>
public sealed class FaultyConnectionTests
{
    private const int Updates = 1000;
    private const int OneIn = 20;

    [Test]
    public async Task No_key_is_lost_but_those_whose_answer_was_and_each_of_these_is_told()
    {
        var random = new Random(20261128);
        using var host = new RegistrationHost(p => (p.Resilience.MaxRetryAttempts, p.Resilience.RetryQuota) = (0, 0), mostRequests: Updates * 10);
        int lostAnswers = 0, toldLost = 0, toldUnmade = 0;
        string id = await host.CreateAsync();
        host.Server.Before = (request, _) => request.Method == HttpMethod.Put && random.Next(OneIn) == 0
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
            : Task.FromResult<HttpResponseMessage?>(null);
        host.Server.After = (request, answer) =>
        {
            if (request.Method != HttpMethod.Put || random.Next(OneIn) != 0)
            {
                return answer;
            }

            lostAnswers++;
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        };

        for (int i = 0; i < Updates; i++)
        {
            try
            {
                await host.RenameAsync(id, $"Name {i}");
                Assert.That(host.Store[id]!.AccessToken.Reveal(), Is.EqualTo(host.Server.KeyOf(id)));
            }
            catch (OutcomeUnknownException e) when (e.Error.Summary.Contains("The answer with the new key was lost", StringComparison.Ordinal))
            {
                toldLost++;
                id = await host.CreateAsync();
            }
            catch (OutcomeUnknownException e) when (e.Error.Summary.EndsWith("the change had not been made.", StringComparison.Ordinal))
            {
                toldUnmade++;
                Assert.That(host.Store[id]!.AccessToken.Reveal(), Is.EqualTo(host.Server.KeyOf(id)));
            }
        }

        Assert.That(toldLost, Is.EqualTo(lostAnswers).And.GreaterThan(20));
        Assert.That(toldUnmade, Is.GreaterThan(20));
        Figure.Print($"dynamic registration: {Updates} updates, {lostAnswers} answers lost, {toldLost} keys told as lost, {toldUnmade} changes told as not made");
    }
}
