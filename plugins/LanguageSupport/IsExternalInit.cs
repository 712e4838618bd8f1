namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit <c>init</c> accessors and records for .NET Framework 4.6.2.</summary>
internal static class IsExternalInit;
