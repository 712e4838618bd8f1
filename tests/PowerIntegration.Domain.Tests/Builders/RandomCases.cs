namespace PowerIntegration.Domain.Tests.Builders;

/// <summary>How many random cases a property takes. The mutation project runs each test thousands of times and takes a twentieth.</summary>
internal static class RandomCases
{
#if MUTATION
    private const long Share = 20;
#else
    private const long Share = 1;
#endif

    public static long Of(long count) => count / Share;
}
