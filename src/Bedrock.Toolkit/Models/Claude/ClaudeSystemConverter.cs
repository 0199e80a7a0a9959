using System.ComponentModel;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ClaudeSystem"/>. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeSystemConverter : ClaudeBlockListConverter<ClaudeSystem>
{
    private protected override ClaudeSystem FromText(string text) => new(text);

    private protected override ClaudeSystem Empty() => new();
}
