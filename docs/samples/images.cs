#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Makes images, changes one, and writes PNG files to look at.
//   dotnet run docs/samples/images.cs [folder]              against the embedded server, whose images are soft shapes
//   dotnet run docs/samples/images.cs [folder] -- --aws     against AWS (us-west-2 serves these models)
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

bool aws = args.Contains("--aws");
string folder = args.FirstOrDefault(a => !a.StartsWith('-')) ?? Path.Combine(Path.GetTempPath(), "bedrock-images");
Directory.CreateDirectory(folder);
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

// From a text, in terms that fit every image model. This one draws in ratios, not in sizes: 1280 x 720 asks it for 16:9, and it chooses the size.
ImageResult harbour = await bedrock.GenerateImagesAsync(
    StableImageModels.Core11, new ImageInput { Prompt = "Fog over a harbour at dawn", Size = new(1280, 720), Seed = 7 });
await SaveAsync("harbour", harbour);

// With the model's own request: what only this service has is typed too.
StableOutpaintRequest wider = new() { Image = harbour.Image, Left = 200, Right = 200, Prompt = "the open sea", Seed = 7 };
StableImageResponse outpainted = await bedrock.InvokeAsync(StabilityServiceModels.Outpaint.InProfile("us"), wider);
await outpainted.Images![0].SaveAsync(Path.Combine(folder, "wider.png"));
Console.WriteLine($"wider: {outpainted.Images[0]}");

// A content filter does not throw: it is a typed outcome with the reason.
ImageResult filtered = await bedrock.GenerateImagesAsync(StableImageModels.Core11, "something forbidden");
Console.WriteLine($"filtered: {filtered.Status} ({string.Join("; ", filtered.Reasons)})");

async Task SaveAsync(string name, ImageResult result)
{
    string file = Path.Combine(folder, name + ".png");
    await result.Image.SaveAsync(file);
    Console.WriteLine($"{name}: {result.Image} -> {file}");
}
