using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>An edited image shows what it was made from.</summary>
public sealed class SimulatedImageTests
{
    [Fact]
    public async Task Outpaint_KeepsThePixelsOfTheSourceInTheirPlace()
    {
        using var fake = new FakeBedrock();
        BedrockImage source = (await fake.Client.GenerateImagesAsync(StableImageModels.Core11, "a red ball")).Image;

        StableImageResponse wider = await fake.Client.InvokeAsync(
            StabilityServiceModels.Outpaint.InProfile("us"), new StableOutpaintRequest { Image = source, Left = 64, Up = 32, Prompt = "the sea" });

        PngPixels before = PngPixels.Read(source.Bytes.Span)!;
        PngPixels after = PngPixels.Read(wider.Images![0].Bytes.Span)!;
        Assert.Equal((before.Width + 64, before.Height + 32), (after.Width, after.Height));
        Assert.All([(0, 0), (10, 20), (before.Width - 1, before.Height - 1)],
            at => Assert.Equal(before[at.Item1, at.Item2], after[at.Item1 + 64, at.Item2 + 32]));
        Assert.NotEqual(before[0, 0], after[0, 0]);
    }

    [Fact]
    public void Read_BrokenFiles_GivesNothing()
    {
        byte[] png = SimulatedPng.Draw("x", 1, 8, 8);
        Assert.NotNull(PngPixels.Read(png));
        for (int length = 0; length < png.Length - 12; length++)
        {
            Assert.Null(PngPixels.Read(png.AsSpan(0, length)));
        }
    }
}
