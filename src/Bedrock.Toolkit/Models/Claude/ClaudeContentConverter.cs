using System.ComponentModel;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ClaudeContent"/>. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeContentConverter : ClaudeBlockListConverter<ClaudeContent>
{
    private protected override ClaudeContent FromText(string text) => new(text);

    private protected override ClaudeContent Empty() => new();
}
