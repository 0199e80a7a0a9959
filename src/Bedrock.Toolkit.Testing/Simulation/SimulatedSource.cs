namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>The image that an edited one is made from: it shows in the answer.</summary>
/// <param name="Pixels">Its pixels.</param>
/// <param name="Left">How much is new on the left, in pixels of the answer.</param>
/// <param name="Up">How much is new above.</param>
/// <param name="Right">How much is new on the right.</param>
/// <param name="Down">How much is new below.</param>
internal sealed record SimulatedSource(PngPixels Pixels, int Left = 0, int Up = 0, int Right = 0, int Down = 0)
{
    // An image that only grows keeps its pixels; one that is changed keeps three parts of four.
    private int Share => Left + Up + Right + Down > 0 ? 4 : 3;

    /// <summary>The source of an edit; null when there is none, or its format is not read.</summary>
    public static SimulatedSource? Of(BedrockImage? image) =>
        image is { MediaType: "image/png" } && PngPixels.Read(image.Bytes.Span) is { } pixels ? new SimulatedSource(pixels) : null;

    /// <summary>Puts the source over a pixel that was drawn.</summary>
    public void Cover(Span<byte> pixel, int x, int y, int width, int height)
    {
        int inner = width - Left - Right, tall = height - Up - Down;
        if (x < Left || y < Up || x - Left >= inner || y - Up >= tall)
        {
            return;
        }

        (byte red, byte green, byte blue) = Pixels[(int)((x - Left) * (long)Pixels.Width / inner), (int)((y - Up) * (long)Pixels.Height / tall)];
        pixel[0] = Mixed(pixel[0], red);
        pixel[1] = Mixed(pixel[1], green);
        pixel[2] = Mixed(pixel[2], blue);
    }

    private byte Mixed(byte drawn, byte source) => (byte)(((source * Share) + (drawn * (4 - Share))) / 4);
}
