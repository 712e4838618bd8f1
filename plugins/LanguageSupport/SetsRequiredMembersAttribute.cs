namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets a constructor set all <c>required</c> members for .NET Framework 4.6.2.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
