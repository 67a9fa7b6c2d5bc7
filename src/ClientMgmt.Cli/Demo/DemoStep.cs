namespace ClientMgmt.Cli.Demo;

/// <summary>One operation: what it needs, the call itself, and how the outcome is checked by reading back.</summary>
internal sealed class DemoStep
{
    private readonly Func<DemoRun, CancellationToken, Task<object?>> _call;
    private readonly Func<DemoRun, object?, CancellationToken, Task> _check;
    private readonly Func<DemoRun, CancellationToken, Task>? _prepare;
    private readonly Func<DemoRun, string?>? _whyNot;

    private DemoStep(
        ClientOperation operation,
        Func<DemoRun, CancellationToken, Task>? prepare,
        Func<DemoRun, CancellationToken, Task<object?>> call,
        Func<DemoRun, object?, CancellationToken, Task> check,
        Func<DemoRun, string?>? whyNot) =>
        (Operation, _prepare, _call, _check, _whyNot) = (operation, prepare, call, check, whyNot);

    public ClientOperation Operation { get; }

    /// <summary>Why the call must not be made in a run; null if it may be.</summary>
    public string? WhyNot(DemoRun run) => _whyNot?.Invoke(run);

    /// <summary>A step whose call answers something.</summary>
    public static DemoStep Of<T>(
        ClientOperation operation,
        Func<DemoRun, CancellationToken, Task<T>> call,
        Func<DemoRun, T, CancellationToken, Task> check,
        Func<DemoRun, CancellationToken, Task>? prepare = null,
        Func<DemoRun, string?>? whyNot = null) => new(
            operation,
            prepare,
            async (run, token) => await call(run, token).ConfigureAwait(false),
            (run, answer, token) => check(run, (T)answer!, token),
            whyNot);

    /// <summary>A step whose call answers nothing.</summary>
    public static DemoStep Of(
        ClientOperation operation,
        Func<DemoRun, CancellationToken, Task> call,
        Func<DemoRun, CancellationToken, Task> check,
        Func<DemoRun, CancellationToken, Task>? prepare = null,
        Func<DemoRun, string?>? whyNot = null) => new(
            operation,
            prepare,
            async (run, token) =>
            {
                await call(run, token).ConfigureAwait(false);
                return null;
            },
            (run, _, token) => check(run, token),
            whyNot);

    public Task PrepareAsync(DemoRun run, CancellationToken cancellationToken) =>
        _prepare?.Invoke(run, cancellationToken) ?? Task.CompletedTask;

    public Task<object?> CallAsync(DemoRun run, CancellationToken cancellationToken) => _call(run, cancellationToken);

    public Task CheckAsync(DemoRun run, object? answer, CancellationToken cancellationToken) =>
        _check(run, answer, cancellationToken);
}
