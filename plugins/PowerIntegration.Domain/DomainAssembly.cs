namespace PowerIntegration.Domain;

internal static class DomainAssembly;
