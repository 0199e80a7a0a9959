using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Ecosystem.Tests.Contracts;

/// <summary>What every image generator promises, held for a model of each family over the simulated Bedrock.</summary>
public sealed class ImageGeneratorContractTests : IDisposable
{
    private const string Core = "stability.stable-image-core-v1:1";

    private readonly FakeBedrock _fake = new FakeBedrock().AllowAnyModel();

    public static TheoryData<string> Models =>
    [
        Core, "stability.stable-image-ultra-v1:1", "stability.sd3-5-large-v1:0", "stability.stable-diffusion-xl-v1", "amazon.titan-image-generator-v2:0",
        "amazon.nova-canvas-v1:0",
    ];

    public void Dispose() => _fake.Dispose();

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Text_OneAndSeveral_GivesImages(string model)
    {
        using IImageGenerator generator = _fake.Client.AsIImageGenerator(model);

        ImageGenerationResponse one = await generator.GenerateImagesAsync("a buoy");
        ImageGenerationResponse three = await generator.GenerateImagesAsync("a buoy", new ImageGenerationOptions { Count = 3 });

        Assert.StartsWith("image/", Assert.IsType<DataContent>(Assert.Single(one.Contents)).MediaType, StringComparison.Ordinal);
        Assert.Equal(3, three.Contents.OfType<DataContent>().Count());
        Assert.NotNull(one.RawRepresentation);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Edit_OfAnImage_GivesAnImageOrSaysWhyNot(string model)
    {
        using IImageGenerator generator = _fake.Client.AsIImageGenerator(model);
        var original = (DataContent)(await generator.GenerateImagesAsync("a buoy")).Contents[0];

        if (model == Core)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => generator.EditImageAsync(original, "at night"));
            return;
        }

        Assert.IsType<DataContent>(Assert.Single((await generator.EditImageAsync(original, "at night")).Contents));
        Assert.IsType<DataContent>(
            (await generator.EditImagesAsync([original], "at dawn", new ImageGenerationOptions { AdditionalProperties = new() { ["Strength"] = 0.4 } }))
            .Contents[0]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Services_AndFaults_AreAsPromised(string model)
    {
        using IImageGenerator generator = _fake.Client.AsIImageGenerator(model);

        ImageGeneratorMetadata? metadata = generator.GetService<ImageGeneratorMetadata>();
        Assert.Equal(("aws.bedrock", model), (metadata?.ProviderName, metadata?.DefaultModelId));
        Assert.NotNull(metadata?.ProviderUri);
        Assert.Same(generator, generator.GetService<IImageGenerator>());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateImagesAsync("a buoy", cancellationToken: new CancellationToken(true)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => generator.GenerateAsync(null!));
    }
}
