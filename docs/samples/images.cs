#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Makes images, changes one, and writes PNG files to look at. A check looks at the form, and a second model at what is in the picture.
//   dotnet run docs/samples/images.cs [folder]              against the embedded server, whose images are soft shapes
//   dotnet run docs/samples/images.cs [folder] -- --aws     against AWS (us-west-2 serves these models)
//   dotnet run docs/samples/images.cs [folder] -- --break   draws a square where a wide picture is wanted, so that the check fails (exit code 2)
// The simulated judge says yes to every picture: what a picture shows can only be judged with --aws, or by a person.
using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

ImageSize wide = new(1280, 720);

bool aws = args.Contains("--aws");
string folder = args.FirstOrDefault(a => !a.StartsWith('-')) ?? Path.Combine(Path.GetTempPath(), "bedrock-images");
Directory.CreateDirectory(folder);
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

// From a text, in terms that fit every image model. This one draws in ratios, not in sizes: 1280 x 720 asks it for 16:9, and it chooses the size.
ImageInput input = new() { Prompt = "Fog over a harbour at dawn", Size = args.Contains("--break") ? new(720, 720) : wide, Seed = 7 };
ImageResult harbour = await bedrock.GenerateImagesAsync(StableImageModels.Core11, input);
await SaveAsync("harbour", harbour);

// With the model's own request: what only this service has is typed too.
StableOutpaintRequest wider = new() { Image = harbour.Image, Left = 200, Right = 200, Prompt = "the open sea", Seed = 7 };
StableImageResponse outpainted = await bedrock.InvokeAsync(StabilityServiceModels.Outpaint.InProfile("us"), wider);
await outpainted.Images![0].SaveAsync(Path.Combine(folder, "wider.png"));
Console.WriteLine($"wider: {outpainted.Images[0]}");

// A content filter does not throw: it is a typed outcome with the reason.
ImageResult filtered = await bedrock.GenerateImagesAsync(StableImageModels.Core11, "something forbidden");
Console.WriteLine($"filtered: {filtered.Status} ({string.Join("; ", filtered.Reasons)})");

string[] faults = [.. await FaultsAsync()];
if (faults.Length > 0)
{
    Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
    return 2;
}

Console.WriteLine("quality: the form that was asked for, wider where asked, and a model sees in it what it should show");
return 0;

async Task<List<string>> FaultsAsync()
{
    List<string> found = [];
    ImageSize size = harbour.Image.Size!.Value;
    double ratio = (double)size.Width / size.Height;
    if (Math.Abs(ratio - ((double)wide.Width / wide.Height)) > 0.05)
    {
        found.Add(string.Create(CultureInfo.InvariantCulture, $"the picture is {size}, a ratio of {ratio:0.00} instead of 1.78"));
    }

    if (outpainted.Images![0].Size!.Value.Width != size.Width + 400)
    {
        found.Add("the picture did not grow by 400 pixels");
    }

    ConverseResponse<Seen> seen = await bedrock.ConverseAsync(
        "us.amazon.nova-lite-v1:0",
        new ConverseRequest { Messages = [Message.User("Look at this picture.", ImageBlock.FromBytes(harbour.Image.Bytes))] },
        LookJson.Default.Seen);
    if (seen.Value is not { Harbour: true, Fog: true })
    {
        found.Add($"a model that looks at it says {seen.Value}");
    }

    // The word is filtered on the embedded server alone.
    if (server is not null && filtered.Status != ImageStatus.Filtered)
    {
        found.Add("what is forbidden was not filtered");
    }

    return found;
}

async Task SaveAsync(string name, ImageResult result)
{
    string file = Path.Combine(folder, name + ".png");
    await result.Image.SaveAsync(file);
    Console.WriteLine($"{name}: {result.Image} -> {file}");
}

internal sealed record Seen(
    [property: Description("Whether it shows a harbour.")] bool Harbour,
    [property: Description("Whether there is fog.")] bool Fog);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Seen))]
internal sealed partial class LookJson : JsonSerializerContext;
