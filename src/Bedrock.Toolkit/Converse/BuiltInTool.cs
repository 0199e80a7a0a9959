using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool that the service runs itself. Not thread safe while it is changed.</summary>
public sealed class BuiltInTool : Tool
{
    /// <summary>One without content.</summary>
    public BuiltInTool()
    {
    }

    /// <summary>A tool that the service runs itself.</summary>
    /// <param name="systemTool">The tool.</param>
    public BuiltInTool(SystemTool systemTool) => SystemTool = systemTool;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("systemTool")]
    [JsonConverter(typeof(ConverseObjectConverter<SystemTool>))]
    public SystemTool? SystemTool { get; set; }

    private protected override void Detach() => SystemTool = SystemTool?.Clone();
}
