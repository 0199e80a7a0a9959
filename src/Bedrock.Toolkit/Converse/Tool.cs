using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool that the model may call, or a cache point behind the tools before it: a closed set, with <see cref="UnknownTool"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Tool.html</remarks>
[JsonConverter(typeof(ToolConverter))]
public abstract class Tool
{
    private protected Tool()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A tool of your own.</summary>
    /// <param name="toolSpec">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(toolSpec))]
    public static implicit operator Tool?(ToolSpecification? toolSpec) => toolSpec is null ? null : new SpecifiedTool(toolSpec);

    /// <summary>A tool that the service runs itself.</summary>
    /// <param name="systemTool">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(systemTool))]
    public static implicit operator Tool?(SystemTool? systemTool) => systemTool is null ? null : new BuiltInTool(systemTool);

    /// <summary>A cache point behind the tools before it.</summary>
    /// <param name="cachePoint">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(cachePoint))]
    public static implicit operator Tool?(CachePointBlock? cachePoint) => cachePoint is null ? null : new ToolCachePoint(cachePoint);

    /// <summary>A tool of your own with a JSON schema, which is sent whole and as it is.</summary>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputSchema">A JSON schema of type object.</param>
    /// <returns>The tool.</returns>
    public static Tool From(string name, string? description, JsonElement inputSchema) =>
        new SpecifiedTool(new ToolSpecification { Name = name, Description = description, InputSchema = new JsonToolInputSchema(inputSchema) });

    /// <summary>A tool of your own whose input is a type.</summary>
    /// <typeparam name="T">The input. <see cref="System.ComponentModel.DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The tool.</returns>
    public static Tool From<T>(string name, string? description, JsonTypeInfo<T> inputTypeInfo) => From(name, description, JsonSchemas.Of(inputTypeInfo));

    internal Tool Clone()
    {
        var copy = (Tool)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
