namespace Bedrock.Toolkit.Models;

/// <summary>Parts the reasoning from the answer.</summary>
internal static class DeepSeekReasoning
{
    public const string Begin = "<think>";
    public const string End = "</think>";

    public static (string? Reasoning, string Answer) Split(string text)
    {
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (end < 0)
        {
            return (null, text);
        }

        // The prompt opens the reasoning, so the mark of its beginning is not in the answer; a prompt that does not open it leaves that to the model.
        string reasoning = text[..end].Trim();
        reasoning = reasoning.StartsWith(Begin, StringComparison.Ordinal) ? reasoning[Begin.Length..].TrimStart() : reasoning;
        return (reasoning, text[(end + End.Length)..].Trim());
    }
}
