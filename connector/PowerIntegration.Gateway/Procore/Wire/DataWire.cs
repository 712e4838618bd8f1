namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>The envelope of Procore's v2 answers.</summary>
internal sealed record DataWire<T>(T? Data)
    where T : class;
