namespace Bedrock.Toolkit;

/// <summary>Width and height of an image.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>Such as <c>1024x768</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Width}x{Height}";
}
