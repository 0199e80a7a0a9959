using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models.Stability;

public class StabilitySampleTests
{
    private static readonly Dictionary<string, Action<string>> RoundTrips = new(StringComparer.Ordinal)
    {
        ["sd3-5-large.image-image.request"] = Stable(StableImageModels.Sd35Large),
        ["sd3-5-large.text-image.request"] = Stable(StableImageModels.Sd35Large),
        ["sd3-large.text-image.request"] = Stable(StableImageModels.FromId("stability.sd3-large-v1:0")),
        ["stable-image-core.request"] = Stable(StableImageModels.Core11),
        ["stable-image-ultra.image-image.request"] = Stable(StableImageModels.Ultra11),
        ["stable-image-ultra.text-image.request"] = Stable(StableImageModels.Ultra11),
        ["sdxl-1-0.filtered.response"] = json => ImageWire.RoundTrip<StableDiffusionResponse>(json),
        ["sdxl-1-0.image-image.request"] = Diffusion,
        ["sdxl-1-0.mask.request"] = Diffusion,
        ["sdxl-1-0.response"] = json => ImageWire.RoundTrip<StableDiffusionResponse>(json),
        ["sdxl-1-0.text-image.request"] = Diffusion,
        ["stability-conservative-upscale.request"] = Checked(StabilityServiceModels.ConservativeUpscale),
        ["stability-control-sketch.request"] = Checked(StabilityServiceModels.ControlSketch),
        ["stability-control-structure.request"] = Checked(StabilityServiceModels.ControlStructure),
        ["stability-creative-upscale.request"] = Checked(StabilityServiceModels.CreativeUpscale),
        ["stability-erase-object.request"] = Checked(StabilityServiceModels.EraseObject),
        ["stability-fast-upscale.request"] = Checked(StabilityServiceModels.FastUpscale),
        ["stability-inpaint.request"] = Checked(StabilityServiceModels.Inpaint),
        ["stability-outpaint.request"] = Checked(StabilityServiceModels.Outpaint),
        ["stability-remove-background.request"] = Checked(StabilityServiceModels.RemoveBackground),
        ["stability-search-recolor.request"] = Checked(StabilityServiceModels.SearchRecolor),
        ["stability-search-replace.request"] = Checked(StabilityServiceModels.SearchReplace),
        ["stability-style-guide.request"] = Checked(StabilityServiceModels.StyleGuide),
        ["stability-style-transfer.request"] = Checked(StabilityServiceModels.StyleTransfer),
        ["stability.filtered.response"] = json => Assert.Equal(["Filter reason: prompt"], ImageWire.RoundTrip<StableImageResponse>(json).FinishReasons),
        ["stability.response"] = json => Assert.Equal([2130420], ImageWire.RoundTrip<StableImageResponse>(json).Seeds),
    };

    [SharedFact]
    public void Samples_ReadCheckedAndWritten_AreEqual()
    {
        string[] names = [.. ImageWire.Samples("sd3-", ""), .. ImageWire.Samples("sdxl-", ""), .. ImageWire.Samples("stability", ""),
            .. ImageWire.Samples("stable-image", "")];

        Assert.Equal(26, names.Length);
        Assert.All(names, name => RoundTrips[name](ImageWire.Sample(name)));
    }

    private static void Diffusion(string json) =>
        StableDiffusionModels.FromId("any").CheckRequest!(ImageWire.RoundTrip<StableDiffusionRequest>(json));

    private static Action<string> Stable(ImageModel<StableImageRequest, StableImageResponse> model) => Checked(model);

    private static Action<string> Checked<TRequest>(Model<TRequest, StableImageResponse> model) =>
        json => model.CheckRequest!(ImageWire.RoundTrip<TRequest>(json));
}
