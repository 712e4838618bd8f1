namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit <c>required</c> members for .NET Framework 4.6.2.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;
