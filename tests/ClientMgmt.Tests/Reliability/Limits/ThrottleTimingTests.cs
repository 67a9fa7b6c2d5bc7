using ClientMgmt.Tests.Support;
using ClientMgmt.Wire;
using static ClientMgmt.Tests.Reliability.LimitAnswers;

namespace ClientMgmt.Tests.Reliability;

/// <summary>How far apart requests go out, by what the answers show of the server's tokens.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ThrottleTimingTests
{
    private readonly ManualTime _time = new();
    private readonly Throttle _throttle;

    public ThrottleTimingTests() => _throttle = new Throttle(TimeSpan.Zero, _time);

    [TestCase(1, 1)]
    [TestCase(0.9, 0)]
    public async Task A_wait_is_as_exact_as_a_timer(double told, double expected)
    {
        Refuse(told);

        Assert.That(await EnterAsync(), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_later_refusal_brings_nothing_forward()
    {
        Refuse(3000);
        Refuse(1000);

        Assert.That(await EnterAsync(), Is.EqualTo(3000));
    }

    [Test]
    public async Task Tokens_are_as_far_apart_as_the_longest_wait_for_one()
    {
        Refuse(3000);
        Refuse(1000);
        await EnterAsync();
        Pass(left: 0);

        Assert.That(await EnterAsync(), Is.EqualTo(3000));
    }

    [Test]
    public async Task The_server_fills_up_while_an_answer_is_on_its_way()
    {
        Refuse(200);
        await EnterAsync();
        Elapse(150);
        Pass(left: 0);

        Assert.That(await EnterAsync(), Is.EqualTo(50));
    }

    [Test]
    public async Task A_token_that_came_while_an_answer_was_on_its_way_is_used_at_once()
    {
        Refuse(40);
        await EnterAsync();
        Elapse(60);
        Pass(left: 0);

        Assert.That(await EnterAsync(), Is.Zero);
    }

    [Test]
    public async Task A_late_answer_that_says_that_nothing_is_left_is_what_counts()
    {
        Refuse(200);
        await EnterAsync();
        Elapse(5000);
        Pass(left: 0);

        Assert.That(await EnterAsync(), Is.EqualTo(200));
    }

    [Test]
    public async Task A_token_takes_as_long_as_the_answer_and_the_wait_that_it_tells_together()
    {
        Refuse(200);
        await EnterAsync();
        Elapse(300);
        Refuse(400, wasAlone: true);
        await EnterAsync();
        Pass(left: 0);

        Assert.That(await EnterAsync(), Is.EqualTo(700));
    }

    [Test]
    public async Task A_request_that_came_later_than_it_might_shows_nothing_but_what_it_is_told()
    {
        Refuse(200);
        await EnterAsync();
        Pass(left: 0);
        Elapse(10_000);
        await EnterAsync();
        Refuse(400, wasAlone: true);
        await EnterAsync();
        Pass(left: 0);

        Assert.That(await EnterAsync(), Is.EqualTo(400));
    }

    [Test]
    public async Task A_request_that_was_under_way_before_shows_nothing_but_what_it_is_told()
    {
        Refuse(200);
        await EnterAsync();
        Pass(left: 0);
        Elapse(5000);
        Refuse(400);
        await EnterAsync();
        Pass(left: 0);

        Assert.That(await EnterAsync(), Is.EqualTo(400));
    }

    [Test]
    public async Task A_request_that_had_to_wait_for_one_without_an_answer_went_as_soon_as_it_might()
    {
        Refuse(200);
        await EnterAsync();
        Elapse(5000);
        _throttle.Leave(null, wasAlone: true);
        await EnterAsync();
        Refuse(400, wasAlone: true);
        await EnterAsync();
        Pass(left: 0);

        Assert.That(await EnterAsync(), Is.EqualTo(5400));
    }

    [Test]
    public async Task Of_those_that_go_together_no_answer_lets_more_go()
    {
        Refuse(0);
        await EnterAsync();
        Pass(left: 1);
        await _throttle.EnterAsync(TimeSpan.MaxValue, null, default);

        _throttle.Leave(Passed(left: 7), wasAlone: false);

        Assert.That(await _throttle.EnterAsync(TimeSpan.MaxValue, null, default), Is.True);
    }

    private void Refuse(double delay, bool wasAlone = false) => _throttle.Leave(Refusal(TimeSpan.FromMilliseconds(delay)), wasAlone);

    private void Pass(int left) => _throttle.Leave(Passed(left), wasAlone: true);

    private void Elapse(double time) => _time.Advance(TimeSpan.FromMilliseconds(time));

    // How many milliseconds a request that goes alone has to wait.
    private async Task<double> EnterAsync()
    {
        Task<bool> entered = _throttle.EnterAsync(TimeSpan.MaxValue, null, default).AsTask();
        TimeSpan wait = entered.IsCompleted ? TimeSpan.Zero : await _time.NextTimerAsync();
        _time.Advance(wait);
        Assert.That(await entered.InTimeAsync(), Is.True);
        return wait.TotalMilliseconds;
    }
}
