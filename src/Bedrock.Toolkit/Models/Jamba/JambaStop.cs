using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Texts at which a Jamba model stops: one text, or a list, and on the wire it stays what it was. Not thread safe while it is changed.</summary>
[JsonConverter(typeof(JambaStopConverter))]
public sealed class JambaStop : Collection<string>
{
    /// <summary>An empty list.</summary>
    public JambaStop()
    {
    }

    /// <summary>One text.</summary>
    /// <param name="text">The text.</param>
    public JambaStop(string text)
    {
        Add(text);
        WasText = true;
    }

    /// <summary>Whether it goes over the wire as a text, not as a list of one.</summary>
    internal bool IsText => WasText && Count == 1;

    private bool WasText { get; init; }

    /// <summary>One text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator JambaStop(string text) => new(text);

    internal JambaStop Clone()
    {
        var copy = new JambaStop { WasText = WasText };
        foreach (string text in this)
        {
            copy.Add(text);
        }

        return copy;
    }
}
