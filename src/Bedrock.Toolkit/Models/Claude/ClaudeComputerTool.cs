using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Control of a screen, mouse and keyboard that your program provides. Not thread safe while it is changed.</summary>
/// <remarks>
/// Needs the beta of its version, such as <c>computer-use-2025-11-24</c>. Not on Opus 5 and later Opus models (seen in a public client).
/// </remarks>
public sealed class ClaudeComputerTool : ClaudeTool
{
    /// <summary>A screen of unknown size.</summary>
    public ClaudeComputerTool()
        : base("computer_20251124", "computer")
    {
    }

    /// <summary>A screen.</summary>
    /// <param name="displayWidth">Its width in pixels.</param>
    /// <param name="displayHeight">Its height in pixels.</param>
    public ClaudeComputerTool(int displayWidth, int displayHeight)
        : this()
    {
        DisplayWidth = displayWidth;
        DisplayHeight = displayHeight;
    }

    /// <summary>The width of the screen.</summary>
    /// <value>In pixels; required by the service; omitted when null.</value>
    [JsonPropertyName("display_width_px")]
    [JsonConverter(typeof(CountConverter))]
    public int? DisplayWidth { get; set; }

    /// <summary>The height of the screen.</summary>
    /// <value>In pixels; required by the service; omitted when null.</value>
    [JsonPropertyName("display_height_px")]
    [JsonConverter(typeof(CountConverter))]
    public int? DisplayHeight { get; set; }

    /// <summary>The number of the X11 display.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("display_number")]
    [JsonConverter(typeof(CountConverter))]
    public int? DisplayNumber { get; set; }

    /// <summary>Whether the model may ask for a part of the screen in full resolution.</summary>
    /// <value>False by default; from version 20251124; omitted when null.</value>
    [JsonPropertyName("enable_zoom")]
    public bool? EnableZoom { get; set; }
}
