using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A style of Stability AI's models. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StabilityStylePreset>))]
public readonly record struct StabilityStylePreset(string Value) : IOpenValue<StabilityStylePreset>
{
    /// <summary>A rendered three-dimensional model.</summary>
    public static StabilityStylePreset Model3D { get; } = new("3d-model");

    /// <summary>A photo on film.</summary>
    public static StabilityStylePreset AnalogFilm { get; } = new("analog-film");

    /// <summary>Japanese animation.</summary>
    public static StabilityStylePreset Anime { get; } = new("anime");

    /// <summary>A frame of a film.</summary>
    public static StabilityStylePreset Cinematic { get; } = new("cinematic");

    /// <summary>A comic book.</summary>
    public static StabilityStylePreset ComicBook { get; } = new("comic-book");

    /// <summary>Digital art.</summary>
    public static StabilityStylePreset DigitalArt { get; } = new("digital-art");

    /// <summary>A more vivid picture of the same kind.</summary>
    public static StabilityStylePreset Enhance { get; } = new("enhance");

    /// <summary>Fantasy art.</summary>
    public static StabilityStylePreset FantasyArt { get; } = new("fantasy-art");

    /// <summary>An isometric drawing.</summary>
    public static StabilityStylePreset Isometric { get; } = new("isometric");

    /// <summary>A line drawing.</summary>
    public static StabilityStylePreset LineArt { get; } = new("line-art");

    /// <summary>Few, large polygons.</summary>
    public static StabilityStylePreset LowPoly { get; } = new("low-poly");

    /// <summary>Modelling clay.</summary>
    public static StabilityStylePreset ModelingCompound { get; } = new("modeling-compound");

    /// <summary>Neon colours at night.</summary>
    public static StabilityStylePreset NeonPunk { get; } = new("neon-punk");

    /// <summary>Folded paper.</summary>
    public static StabilityStylePreset Origami { get; } = new("origami");

    /// <summary>A photo.</summary>
    public static StabilityStylePreset Photographic { get; } = new("photographic");

    /// <summary>Visible pixels.</summary>
    public static StabilityStylePreset PixelArt { get; } = new("pixel-art");

    /// <summary>A texture that can be tiled.</summary>
    public static StabilityStylePreset TileTexture { get; } = new("tile-texture");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StabilityStylePreset(string value) => new(value);

    /// <inheritdoc/>
    public static StabilityStylePreset Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
