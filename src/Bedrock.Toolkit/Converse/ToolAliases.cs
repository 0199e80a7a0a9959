using System.Security.Cryptography;

namespace Bedrock.Toolkit.Converse;

/// <summary>Names and ids that a model or another provider made up, in the form that the service takes. Stateless and thread-safe.</summary>
/// <remarks>The same text gives the same alias, so call and result keep together without being looked at together.</remarks>
internal static class ToolAliases
{
    private const int MaxLength = 64;
    private const int DigestLength = 16;

    /// <summary>The name; one that the service takes stays as it is.</summary>
    public static string Name(string name) => ConverseToolCheck.IsName(name) ? name
        : name.Length == 0 ? "unnamed"
        : Clean(name, MaxLength, static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>The id; one that the service takes stays as it is, and two that differ stay different.</summary>
    public static string Id(string id)
    {
        if (ConverseToolCheck.IsId(id))
        {
            return id;
        }

        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, DigestLength / 2));
        return Clean(id, MaxLength - DigestLength - 1, static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':') + "_" + digest;
    }

    private static string Clean(string text, int length, Func<char, bool> isAllowed) =>
        new([.. text.Take(length).Select(c => isAllowed(c) ? c : '_')]);
}
