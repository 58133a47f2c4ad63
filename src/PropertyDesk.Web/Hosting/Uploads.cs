using PropertyDesk.Application.Files;

namespace PropertyDesk.Web.Hosting;

/// <summary>Takes a file of a form over; its kind and size are judged where it is stored.</summary>
internal static class Uploads
{
    public static async Task<NewFile?> ReadAsync(this IFormFile? file)
    {
        if (file is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return new NewFile(file.FileName, content.ToArray());
    }
}
