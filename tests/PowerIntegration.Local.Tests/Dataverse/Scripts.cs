using System.Collections.Concurrent;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>What the fixture's plug-ins do, as written inside each test.</summary>
internal static class Scripts
{
    private static readonly ConcurrentDictionary<string, Action<Plug>> All = new();
    private static int count;

    public static string Add(Action<Plug> script)
    {
        var name = "script" + Interlocked.Increment(ref count);
        All[name] = script;
        return name;
    }

    public static void Put(string name, Action<Plug> script) => All[name] = script;

    public static void Run(string name, IServiceProvider services) => All[name](new Plug(services));
}
