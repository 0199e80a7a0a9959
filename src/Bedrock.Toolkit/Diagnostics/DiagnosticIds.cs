namespace Bedrock.Toolkit;

/// <summary>The diagnostic ids of the library; <c>docs/diagnostics.md</c> explains each. Never reused.</summary>
internal static class DiagnosticIds
{
    /// <summary>A model that AWS no longer serves on demand.</summary>
    public const string RetiredModel = "BRT0001";
}
