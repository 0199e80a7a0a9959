using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Tests.Images;

/// <summary>Small image files for tests.</summary>
internal static class ImageBytes
{
    public static BedrockImage Png(int width = 8, int height = 6) => new(SimulatedPng.Draw("a test", 1, width, height));

    public static BedrockImage Mask(int width = 8, int height = 6) => new(SimulatedPng.DrawMask(width, height));

    public static BedrockImage NoImage { get; } = new("no image"u8.ToArray());
}
