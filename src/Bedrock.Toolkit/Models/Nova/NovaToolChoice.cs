using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether the model may or must call tools: a closed set, with <see cref="NovaUnknownToolChoice"/> for what this version does not know. Not thread safe while it is changed.</summary>
[JsonConverter(typeof(NovaToolChoiceConverter))]
public abstract class NovaToolChoice
{
    private protected NovaToolChoice()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The model decides: the default when there are tools.</summary>
    /// <returns>The choice.</returns>
    public static NovaToolChoice Auto() => new NovaAutoToolChoice();

    /// <summary>The model must call one of the tools.</summary>
    /// <returns>The choice.</returns>
    public static NovaToolChoice Any() => new NovaAnyToolChoice();

    /// <summary>The model must call this tool.</summary>
    /// <param name="name">The tool.</param>
    /// <returns>The choice.</returns>
    public static NovaToolChoice Tool(string name) => new NovaNamedToolChoice { ToolName = new NovaToolName { Name = name } };

    internal NovaToolChoice Clone()
    {
        var copy = (NovaToolChoice)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
