// Each fixture has its own servers, folders and names. Those that touch what a process has only once say so.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
