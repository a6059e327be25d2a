"""The shop's QRIS with the sum in it, as a picture to be pasted beside the answer."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from gui.answers.answer import Answer
from gui.printing.barcodes import square
from gui.printing.qr_painting import paint_qr
from gui.shell.app_context import AppContext
from models.formats import qris
from models.settings import preferences

translate = QCoreApplication.translate

#: Dots; large enough for the camera of another phone, also after a chat made it smaller.
_SIDE, _CAPTION = 720, 72


def copy_qris(context: AppContext, answer: Answer) -> None:
    """Puts the picture on the clipboard and says so, or why there is none."""
    static = preferences.get(preferences.QRIS)
    if not static:
        context.notice(translate("answers", "The QRIS of the shop is missing in Settings, Shop"))
    elif answer.due <= 0:
        context.notice(translate("answers", "Nothing is to be paid"))
    else:
        sum_ = context.format.money(answer.due)
        QGuiApplication.clipboard().setImage(_picture(qris.with_amount(static, answer.due), sum_))
        text = translate("answers", "QRIS of {sum} copied as a picture")
        context.say(text.format(sum=sum_), icon="qrcode")


def _picture(payload: str, caption: str) -> QImage:
    image = QImage(_SIDE, _SIDE + _CAPTION, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_qr(painter, QRect(0, 0, _SIDE, _SIDE), square(payload))
    font = painter.font()
    font.setPixelSize(_CAPTION // 2)
    font.setBold(True)
    painter.setFont(font)
    under = QRect(0, _SIDE - _CAPTION // 2, _SIDE, _CAPTION)
    painter.drawText(under, Qt.AlignmentFlag.AlignCenter, caption)
    painter.end()
    return image
