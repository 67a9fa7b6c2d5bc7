using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>A bar on a terminal while several clients are worked on, and nothing elsewhere.</summary>
internal static class BulkProgress
{
    public static Task ShowAsync(View view, int count, Func<Action, Task> work)
    {
        if (!view.Environment.ErrorIsTerminal || count < 2)
        {
            return work(static () => { });
        }

        Progress progress = view.ErrorConsole().Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn());
        return progress.StartAsync(async context =>
        {
            ProgressTask task = context.AddTask($"{count} clients", maxValue: count);
            await work(() => task.Increment(1)).ConfigureAwait(false);
        });
    }
}
